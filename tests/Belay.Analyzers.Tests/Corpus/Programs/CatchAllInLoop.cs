// BELAY002: a worker logs every exception and goes on; so it cannot be cancelled (ronf/asyncssh#634).
class Poller(AsyncQueue<string> jobs)
{
    public async Coro Poll()
    {
        while (true)
        {
            try { Console.WriteLine(await jobs.GetAsync()); }
            catch (Exception error) { Console.WriteLine(error.Message); }
        }
    }
}
