// BELAY009: a property caches what can be awaited once (Plutoberth/python-launch-library#9).
class Launch
{
    public Coro<string> Status { get; private set; }

    public void Refresh() => Status = Get();

    async Coro<string> Get()
    {
        await Coro.Yield();
        return "go";
    }
}
