// BELAY002: a health check that says no when it is cancelled, and goes on.
class Health(HttpClient http)
{
    public async Coro<bool> IsUp()
    {
        try
        {
            await http.GetStringAsync("http://localhost/health", Coro.Token);
            return true;
        }
        catch
        {
            return false;
        }
    }
}
