using Belay.Analyzers.TokenNotPassed;

namespace Belay.Analyzers.Tests.TokenNotPassed;

public class TokenNotPassedFixTests
{
    [Theory]
    [InlineData("await {|BELAY011:Task.Delay(1)|};", "await Task.Delay(1, Coro.Token);")]
    [InlineData("await {|BELAY011:slots.WaitAsync()|};", "await slots.WaitAsync(Coro.Token);")]
    [InlineData("_ = await {|BELAY011:reader.ReadLineAsync()|};", "_ = await reader.ReadLineAsync(Coro.Token);")]
    [InlineData("await {|BELAY011:Own()|};", "await Own(Coro.Token);")]
    [InlineData("await {|BELAY011:path.Extended()|};", "await path.Extended(Coro.Token);")]
    [InlineData("await {|BELAY011:Named(last: 1)|};", "await Named(last: 1, cancellationToken: Coro.Token);")]
    [InlineData("await foreach (var item in {|BELAY011:channel.ReadAllAsync()|}) Log();", "await foreach (var item in channel.ReadAllAsync(Coro.Token)) Log();")]
    [InlineData(
        "await {|BELAY011:Task.Delay(1)|}; _ = await {|BELAY011:client.GetStringAsync(path)|};",
        "await Task.Delay(1, Coro.Token); _ = await client.GetStringAsync(path, Coro.Token);")]
    public Task PassToken_Applied_PassesIt(string before, string after) =>
        FixVerifier.VerifyAsync<TokenNotPassedAnalyzer, TokenNotPassedFix>(In(before), "Pass Coro.Token", In(after));

    [Fact]
    public async Task Offers_ForAParameter_AreNone() =>
        Assert.Empty(await FixVerifier.OffersAsync<TokenNotPassedAnalyzer, TokenNotPassedFix>(
            "class Program { async Coro Work(CancellationToken {|BELAY011:token|}) => await Task.Delay(1, token); }"));

    static string In(string statements) =>
        TokenNotPassedTests.In(statements, "Task Named(int first = 0, int last = 0, CancellationToken cancellationToken = default) => Task.CompletedTask;");
}
