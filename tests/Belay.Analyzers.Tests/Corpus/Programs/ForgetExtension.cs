// BELAY001: UniTask: Forget() starts what it is called on; of a lazy coroutine it starts nothing (Cysharp/UniTask#456).
static class Extensions
{
    public static void Forget(this Coro coroutine) { }
}

class Button
{
    public void Click() => Save().Forget();

    async Coro Save() => await Coro.Yield();
}
