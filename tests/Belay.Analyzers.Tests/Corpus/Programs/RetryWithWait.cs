// BELAY007: the pause of a retry blocks (microsoft/kiota-python#505).
class Retry(HttpClient http)
{
    public async Coro<string> Send()
    {
        try { return await http.GetStringAsync("http://localhost", Coro.Token); }
        catch (HttpRequestException) { Task.Delay(1000, Coro.Token).Wait(); }
        return await http.GetStringAsync("http://localhost", Coro.Token);
    }
}
