// BELAY015: async void: a failure has nowhere to go and ends the process (dotnet/runtime#76367).
class Window
{
    public async void OnClick() => await Save();

    async Coro Save() => await Coro.Yield();
}
