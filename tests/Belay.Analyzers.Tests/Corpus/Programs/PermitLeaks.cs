// BELAY014: a permit that is given back on one path only.
class Limiter(HttpClient http)
{
    readonly AsyncSemaphore permits = new(5);

    public async Coro<string> Get()
    {
        await permits.AcquireAsync();
        var text = await http.GetStringAsync("http://localhost", Coro.Token);
        permits.Release();
        return text;
    }
}
