// A token serves its own variable, in the context it was made in.
namespace Belay.Conformance.Scenarios.Contexts;

static class AForeignTokenIsRefused
{
    static readonly ContextVar<int> _first = new("first", 0), _second = new("second", 0);

    public static async Coro Main()
    {
        var token = _first.Set(1);
        try { _second.Reset(token); }
        catch (ArgumentException error) { Log("another variable", error); }
        await Coro.CreateTask(Child(token));
        Log("first", _first.Value);
    }

    static async Coro Child(ContextToken<int> token)
    {
        try { _first.Reset(token); }
        catch (ArgumentException error) { Log("another context", error); }
    }
}
