// Blocking work can be given to the loop's executor; several pieces are gathered like coroutines.
namespace Belay.Conformance.Scenarios.Threads;

static class AnExecutorOfTheLoop
{
    public static async Coro Main()
    {
        Log("squares", await Coro.Gather(new[] { 1, 2, 3 }.Select(number => Coro.ToThread(() => Square(number)))));
    }

    static int Square(int number) => number * number;
}
