// BELAY008: run_coroutine_threadsafe, and the future is dropped with the exception in it.
class Bridge(EventLoop loop)
{
    public void OnMessage(string text) => Coro.RunThreadSafe(Handle(text), loop);

    async Coro Handle(string text)
    {
        await Coro.Yield();
        Console.WriteLine(text);
    }
}
