// BELAY007: time.sleep in a handler: all stand still (miguelgrinberg/python-socketio#422).
class Recorder
{
    public async Coro Record()
    {
        await Coro.Yield();
        Thread.Sleep(60_000);
    }
}
