// The results come in the order of the arguments, whatever the order in which they finished.
namespace Belay.Conformance.Scenarios.Gathering;

static class ResultsInArgumentOrder
{
    public static async Coro Main()
    {
        Log("results", await Coro.Gather(new[] { 3, 1, 2 }.Select(Square)));
    }

    static async Coro<int> Square(int number)
    {
        await Coro.Sleep(Seconds(number));
        Log("squared", number);
        return number * number;
    }
}
