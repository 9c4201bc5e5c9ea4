// BELAY009: a retry helper that takes the coroutine and not the function.
static class Helper
{
    public static async Coro Retry(Coro work)
    {
        for (var i = 0; i < 3; i++)
        {
            try { await work; return; }
            catch (IOException) { Console.WriteLine(i); }
        }
    }
}
