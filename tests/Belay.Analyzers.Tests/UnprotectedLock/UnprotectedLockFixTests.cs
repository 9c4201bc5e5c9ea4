using Belay.Analyzers.UnprotectedLock;

namespace Belay.Analyzers.Tests.UnprotectedLock;

public class UnprotectedLockFixTests
{
    [Theory]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; await Work();", "using var held = await gate.AcquireAsync(); await Work();")]
    [InlineData("var mine = {|BELAY014:await gate.AcquireAsync()|}; await Work();", "using var mine = await gate.AcquireAsync(); await Work();")]
    [InlineData("var mine = {|BELAY014:await gate.AcquireAsync()|}; await Work(); mine.Dispose();", "using var mine = await gate.AcquireAsync(); await Work(); mine.Dispose();")]
    [InlineData(
        """
        {|BELAY014:await gate.AcquireAsync()|};
                // Inside.
                await Work();
                gate.Release();
        """,
        """
        using (await gate.AcquireAsync())
                {
                    // Inside.
                    await Work();
                }
        """)]
    [InlineData(
        "async Coro One() { {|BELAY014:await gate.AcquireAsync()|}; await Work(); } async Coro Two() { {|BELAY014:await other.AcquireAsync()|}; await Work(); } await One(); await Two();",
        "async Coro One() { using var held = await gate.AcquireAsync(); await Work(); } async Coro Two() { using var held = await other.AcquireAsync(); await Work(); } await One(); await Two();")]
    public Task TakeItWithUsing_Applied_ReleasesInAnyCase(string before, string after) =>
        FixVerifier.VerifyAsync<UnprotectedLockAnalyzer, UnprotectedLockFix>(UnprotectedLockTests.In(before), "Take it with using", UnprotectedLockTests.In(after));

    [Theory]
    [InlineData("if ({|BELAY014:gate.TryAcquire()|}) { await Work(); gate.Release(); }")]
    [InlineData("await {|BELAY014:old.WaitAsync()|}; await Work(); old.Release();")]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; if (flag) gate.Release();")]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; var got = 1; gate.Release(); number = got;")]
    [InlineData("var mine = {|BELAY014:await gate.AcquireAsync()|}; await Work(); gate.Release();")]
    public async Task Offers_WhereUsingWouldReleaseTwiceOrNotCompile_AreNone(string statements) =>
        Assert.Empty(await FixVerifier.OffersAsync<UnprotectedLockAnalyzer, UnprotectedLockFix>(UnprotectedLockTests.In(statements)));
}
