namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class WaitContractTests
{
    [Fact]
    public void WaitResult_AndReturnWhen_HaveTheirNames()
    {
        HashSet<Future> none = [];
        var result = new WaitResult(Done: none, Pending: none);

        Assert.Same(result.Done, result.Pending);
        Assert.Equal(
            ["AllCompleted", "FirstCompleted", "FirstException"],
            new[] { ReturnWhen.AllCompleted, ReturnWhen.FirstCompleted, ReturnWhen.FirstException }.Select(when => when.ToString()));
    }
}
