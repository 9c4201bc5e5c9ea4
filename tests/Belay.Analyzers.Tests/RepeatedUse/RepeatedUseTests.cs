using Belay.Analyzers.RepeatedUse;

namespace Belay.Analyzers.Tests.RepeatedUse;

public class RepeatedUseTests
{
    [Theory]
    [InlineData("var one = Work(); await one; await {|BELAY009:one|};")]
    [InlineData("Coro one = Value(); await one; await {|BELAY009:one|};")]
    [InlineData("var one = Work(); if (flag) await one; await {|BELAY009:one|};")]
    [InlineData("var one = Work(); while (flag) await {|BELAY009:one|};")]
    [InlineData("var one = Work(); foreach (var item in numbers) { Console.WriteLine(item); await {|BELAY009:one|}; }")]
    [InlineData("var one = Work(); group.CreateTask(one); await {|BELAY009:one|};")]
    [InlineData("var one = Work(); await Coro.WaitFor(one, TimeSpan.FromSeconds(1)); await {|BELAY009:one|};")]
    [InlineData("var one = Work(); try { await one; } catch (IOException) { await {|BELAY009:one|}; }")]
    [InlineData("var one = Work(); while (true) { try { await {|BELAY009:one|}; break; } catch (IOException) { } }")]
    [InlineData("var one = Work(); try { await one; } finally { await {|BELAY009:one|}; }")]
    [InlineData("var one = flag ? Work() : Work(); await one; await {|BELAY009:one|};")]
    [InlineData("var one = Work(); await Coro.Gather(one, Work()); await Coro.Gather({|BELAY009:one|}, Work());")]
    [InlineData("Func<Coro> later = async () => { var one = Work(); await one; await {|BELAY009:one|}; }; await later();")]
    [InlineData("async Coro Local() { var one = Work(); await one; await {|BELAY009:one|}; } await Local();")]
    [InlineData("async Coro Local(Coro one) { await one; await {|BELAY009:one|}; } await Local(Work());")]
    [InlineData("var one = Work(); Coro.Run(one); Coro.Run({|BELAY009:one|});")]
    [InlineData("kept = {|BELAY009:Work()|};")]
    [InlineData("this.kept = {|BELAY009:flag ? Work() : default|};")]
    [InlineData("Kept = {|BELAY009:Work()|};")]
    [InlineData("var one = Work(); kept = {|BELAY009:one|};")]
    [InlineData("maybe ??= {|BELAY009:Work()|};")]
    public Task Coroutine_UsedAgain_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("async Coro Twice(Coro one) { await one; await {|BELAY009:one|}; }")]
    [InlineData("async Coro Retry(Coro one) { for (var i = 0; i < 3; i++) await {|BELAY009:one|}; }")]
    [InlineData("Coro loading = {|BELAY009:Coro.Sleep(TimeSpan.Zero)|};")]
    [InlineData("static Coro Loading { get; } = {|BELAY009:Coro.Sleep(TimeSpan.Zero)|};")]
    public Task Member_UsesOrKeepsCoroutine_IsReported(string member) => CheckAsync("", member);

    [Theory]
    [InlineData("var one = Work(); await one;")]
    [InlineData("var one = Work(); if (flag) await one; else group.CreateTask(one);")]
    [InlineData("var one = Work(); await one; one = Work(); await one;")]
    [InlineData("foreach (var item in numbers) { var one = Work(); await one; }")]
    [InlineData("Coro one; while (flag) { one = Work(); await one; }")]
    [InlineData("var one = Work(); if (flag) { await one; return; } await one;")]
    [InlineData("var one = Value(); await Coro.Gather(one, one);")]
    [InlineData("var one = Work(); await Coro.Gather([one, one]);")]
    [InlineData("var one = Coro.CreateTask(Work()); await one; await one;")]
    [InlineData("Coro one = Coro.CreateTask(Work()); await one; await one;")]
    [InlineData("Coro one = new Future<int>(); await one; await one;")]
    [InlineData("var one = Coro.CompletedCoro; await one; await one;")]
    [InlineData("var one = Coro.FromResult(1); await one; await one;")]
    [InlineData("var one = Coro.Yield(); await one; await one;")]
    [InlineData("var one = Work(); switch (numbers.Length) { case 1: await one; break; default: await one; break; }")]
    [InlineData("var one = Work(); while (true) { await one; break; }")]
    [InlineData("var one = Work(); Console.WriteLine(one.GetHashCode()); ArgumentNullException.ThrowIfNull(one); await one;")]
    [InlineData("kept = Coro.CompletedCoro;")]
    [InlineData("kept = Coro.CreateTask(Work());")]
    [InlineData("make = () => Work();")]
    [InlineData("var one = Work(); Func<Coro> later = async () => await one; await later();")]
    [InlineData("var one = Work(); Console.WriteLine(nameof(one)); await one;")]
    public Task Coroutine_UsedOnce_IsNotReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("async Coro Once(Coro one) => await one;")]
    [InlineData("async Coro Either(Coro one) { if (flag) { await one; } else { await Coro.WaitFor(one, TimeSpan.Zero); } }")]
    [InlineData("async Coro Twice(CoroTask one) { await one; await one; }")]
    [InlineData("Coro Loading => Coro.Yield();")]
    [InlineData("Coro done = Coro.CompletedCoro;")]
    public Task Member_UsesCoroutineOnce_IsNotReported(string member) => CheckAsync("", member);

    [Theory]
    [InlineData("var one = Work(); await one; await {|BELAY009:one|};", "var one = Coro.CreateTask(Work()); await one; await one;")]
    [InlineData("Coro one = Value(); await one; await {|BELAY009:one|};", "CoroTask one = Coro.CreateTask(Value()); await one; await one;")]
    [InlineData("Coro<int> one; one = Value(); await one; await {|BELAY009:one|};", "CoroTask<int> one; one = Coro.CreateTask(Value()); await one; await one;")]
    [InlineData(
        "var one = Work(); var two = Value(); await one; await {|BELAY009:one|}; await two; await {|BELAY009:two|}; await {|BELAY009:two|};",
        "var one = Coro.CreateTask(Work()); var two = Coro.CreateTask(Value()); await one; await one; await two; await two; await two;")]
    public Task StartItAsATask_Variable_HoldsTheTask(string before, string after) =>
        FixVerifier.VerifyAsync<RepeatedUseAnalyzer, RepeatedUseFix>(In(before, ""), "Start it as a task", In(after, ""));

    [Fact]
    public Task StartItAsATask_Field_HoldsTasks() =>
        FixVerifier.VerifyAsync<RepeatedUseAnalyzer, RepeatedUseFix>(
            In("pending = {|BELAY009:Work()|}; if (flag) pending = {|BELAY009:Work()|};", "Coro? pending;"),
            "Start it as a task",
            In("pending = Coro.CreateTask(Work()); if (flag) pending = Coro.CreateTask(Work());", "CoroTask? pending;"));

    [Fact]
    public async Task Offers_ForAParameter_AreNone() =>
        Assert.Empty(await FixVerifier.OffersAsync<RepeatedUseAnalyzer, RepeatedUseFix>(In("", "async Coro Twice(Coro one) { await one; await {|BELAY009:one|}; }")));

    static Task CheckAsync(string statements, string member = "") => RuleVerifier.VerifyAsync<RepeatedUseAnalyzer>(In(statements, member));

    static string In(string statements, string member) =>
        $$"""
        class Program
        {
            Coro kept;
            Coro? maybe;
            Func<Coro>? make;
            bool flag = true;
            readonly int[] numbers = [1, 2];

            Coro Kept { get; set; }

            {{member}}

            async Coro Work() => await Coro.Yield();

            async Coro<int> Value()
            {
                await Coro.Yield();
                return 1;
            }

            async Coro Main(TaskGroup group)
            {
                await Coro.Yield();
                {{statements}}
            }
        }
        """;
}
