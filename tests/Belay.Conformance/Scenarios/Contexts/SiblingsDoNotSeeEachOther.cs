// Tasks of a group have a copy each: a request's variables stay with the request.
namespace Belay.Conformance.Scenarios.Contexts;

static class SiblingsDoNotSeeEachOther
{
    static readonly ContextVar<int?> _request = new("request");

    public static async Coro Main()
    {
        await TaskGroup.Run(async group =>
        {
            foreach (var number in new[] { 1, 2, 3 }) group.CreateTask(Handle(number));
        });
        Log("main has", _request.Value);
    }

    static async Coro Handle(int number)
    {
        _request.Value = number;
        await Turns(2);
        Log("still handles", _request.Value);
    }
}
