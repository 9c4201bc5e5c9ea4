// BELAY001: the pause between two tries never happens, so the server is asked at once (NoneGG/aredis#41).
class Client
{
    public async Coro<string> Get(HttpClient http)
    {
        while (true)
        {
            try { return await http.GetStringAsync("http://localhost", Coro.Token); }
            catch (HttpRequestException) { Coro.Sleep(TimeSpan.FromSeconds(1)); }
        }
    }
}
