// Setting gives a token, which brings back what there was before.
namespace Belay.Conformance.Scenarios.Contexts;

static class TokensBringBackWhatWas
{
    static readonly ContextVar<int> _level = new("level", 0);

    public static async Coro Main()
    {
        var first = _level.Set(1);
        var second = _level.Set(2);
        Log("level", _level.Value);
        _level.Reset(second);
        Log("level", _level.Value);
        _level.Reset(first);
        Log("level", _level.Value);
        try { _level.Reset(first); }
        catch (InvalidOperationException error) { Log("used twice", error); }
    }
}
