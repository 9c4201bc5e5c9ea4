// BELAY009: a retry loop that awaits one coroutine again and again (talkiq/gcloud-aio#32).
class Queue
{
    public async Coro Insert()
    {
        var request = Post();
        while (true)
        {
            try { await request; return; }
            catch (HttpRequestException) { Console.WriteLine("again"); }
        }
    }

    async Coro Post() => await Coro.Yield();
}
