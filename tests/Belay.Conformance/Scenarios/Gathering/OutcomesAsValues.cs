// With exceptions as results nothing is raised: failures and cancellations stand where the values would.
namespace Belay.Conformance.Scenarios.Gathering;

static class OutcomesAsValues
{
    public static async Coro Main()
    {
        var outcomes = await Coro.GatherOutcomes(Enumerable.Range(0, 4).Select(Work));
        Log("outcomes", outcomes.Select(outcome => outcome.IsSuccess ? (object)outcome.Value : outcome.Exception));
    }

    static async Coro<int> Work(int number)
    {
        await Turns(number);
        if (number == 1) throw new AppError("one");
        if (number == 2) throw new CancelledException("two");
        return number;
    }
}
