// The mains of one runner share a context: what one sets, the next sees.
namespace Belay.Conformance.Scenarios.Running;

static class RunnerKeepsItsContext
{
    static readonly ContextVar<string> _user = new("user", "nobody");

    public static void Main()
    {
        using (var runner = new Runner(Options))
        {
            runner.Run(Who());
            runner.Run(LogIn("alice"));
            runner.Run(Who());
        }
        Log("outside", _user.Value);
    }

    static async Coro LogIn(string name) => _user.Value = name;

    static async Coro Who() => Log("user", _user.Value);
}
