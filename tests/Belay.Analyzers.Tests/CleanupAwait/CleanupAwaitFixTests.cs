using Belay.Analyzers.CleanupAwait;

namespace Belay.Analyzers.Tests.CleanupAwait;

public class CleanupAwaitFixTests
{
    [Theory]
    [InlineData(
        "try { await Work(); } finally { {|BELAY005:await Close()|}; }",
        "try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(5), async () => { await Close(); }); }")]
    [InlineData(
        "try { await Work(); } finally { Log(); {|BELAY005:await Close()|}; await Close(); }",
        "try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(5), async () => { Log(); await Close(); await Close(); }); }")]
    [InlineData(
        "try { await Work(); } catch (CancelledException) { {|BELAY005:await Close()|}; throw; }",
        "try { await Work(); } catch (CancelledException) { await Coro.Cleanup(TimeSpan.FromSeconds(5), async () => { await Close(); }); throw; }")]
    [InlineData(
        "try { await Work(); } finally { {|BELAY005:await Close()|}; } try { Log(); } finally { {|BELAY005:await Close()|}; }",
        "try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(5), async () => { await Close(); }); } try { Log(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(5), async () => { await Close(); }); }")]
    [InlineData(
        """
        try
                {
                    await Work();
                }
                finally
                {
                    // Late.
                    {|BELAY005:await Close()|};
                    Log();
                }
        """,
        """
        try
                {
                    await Work();
                }
                finally
                {
                    await Coro.Cleanup(TimeSpan.FromSeconds(5), async () =>
                    {
                        // Late.
                        await Close();
                        Log();
                    });
                }
        """)]
    public Task PutItIntoCleanup_Applied_HoldsCancellationBack(string before, string after) =>
        FixVerifier.VerifyAsync<CleanupAwaitAnalyzer, CleanupAwaitFix>(CleanupAwaitTests.In(before), "Put it into Coro.Cleanup", CleanupAwaitTests.In(after));

    [Theory]
    [InlineData("try { await Work(); } catch (CancelledException) { if (flag) return; {|BELAY005:await Close()|}; throw; }")]
    [InlineData("try { await Work(); } catch (CancelledException) { {|BELAY005:await Close()|}; if (flag) throw; }")]
    public async Task Offers_WhereTheCodeLeavesTheBlock_AreNone(string statements) =>
        Assert.Empty(await FixVerifier.OffersAsync<CleanupAwaitAnalyzer, CleanupAwaitFix>(CleanupAwaitTests.In(statements)));
}
