// A timer's callback too runs in the context of when it was set; a variable knows its name.
namespace Belay.Conformance.Scenarios.Contexts;

static class ValuesInCallbacksOfTimers
{
    static readonly ContextVar<object> _request = new("request", "none");

    public static async Coro Main()
    {
        foreach (var number in new[] { 2, 1 }) await Coro.CreateTask(Handle(number));
        await Coro.Sleep(Seconds(3));
        Log("main has", _request.Value);
    }

    static async Coro Handle(int number)
    {
        _request.Value = number;
        EventLoop.Running.CallLater(Seconds(number), () => Log(_request.Name, _request.Value));
    }
}
