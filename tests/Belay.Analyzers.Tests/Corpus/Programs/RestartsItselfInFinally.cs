// BELAY010: a task that starts itself again in its finally, also when it was cancelled.
class Watcher(BackgroundTasks background)
{
    public async Coro Watch()
    {
        try { await Coro.Sleep(TimeSpan.FromSeconds(1)); }
        finally { background.CreateTask(Watch()); }
    }
}
