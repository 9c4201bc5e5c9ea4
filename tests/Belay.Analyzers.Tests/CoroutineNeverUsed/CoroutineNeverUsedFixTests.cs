using Belay.Analyzers.CoroutineNeverUsed;

namespace Belay.Analyzers.Tests.CoroutineNeverUsed;

public class CoroutineNeverUsedFixTests
{
    [Theory]
    [InlineData("{|BELAY001:Work()|};", "await Work();")]
    [InlineData("_ = {|BELAY001:Work()|};", "await Work();")]
    [InlineData("_ = {|BELAY001:Value()|};", "_ = await Value();")]
    [InlineData("{|BELAY001:Value()|};", "await Value();")]
    [InlineData("var coroutine = {|BELAY001:Work()|};", "await Work();")]
    [InlineData("var number2 = {|BELAY001:Value()|};", "var number2 = await Value();")]
    [InlineData("_ = flag ? {|BELAY001:Work()|} : {|BELAY001:Other()|};", "await (flag ? Work() : Other());")]
    [InlineData("_ = {|BELAY001:numbers.Select(item => Value())|};", "_ = await Coro.Gather(numbers.Select(item => Value()));")]
    [InlineData("{|BELAY001:numbers.Select(Other)|};", "await Coro.Gather(numbers.Select(Other));")]
    [InlineData("Console.WriteLine({|BELAY001:Value()|});", "Console.WriteLine(await Value());")]
    [InlineData("{|BELAY001:Work()|}; {|BELAY001:Value()|};", "await Work(); await Value();")]
    public Task AwaitIt_Applied_MakesItRun(string before, string after) => FixAsync(before, "Await it", after);

    [Theory]
    [InlineData("{|BELAY001:Work()|};", "group.CreateTask(Work());")]
    [InlineData("_ = {|BELAY001:Value()|};", "group.CreateTask(Value());")]
    [InlineData("var coroutine = {|BELAY001:Work()|};", "group.CreateTask(Work());")]
    [InlineData("{|BELAY001:Work()|}; _ = {|BELAY001:Other()|};", "group.CreateTask(Work()); group.CreateTask(Other());")]
    public Task GiveItToTheGroup_Applied_MakesItAChild(string before, string after) => FixAsync(before, "Give it to the group", after);

    [Theory]
    [InlineData("Action act = () => { {|BELAY001:Work()|}; }; act();", "Give it to the group")]
    [InlineData("Action act = () => {|BELAY001:Work()|}; act();")]
    [InlineData("{|BELAY001:this?.Work()|};")]
    public async Task Offers_WhereNoAwaitCanStand_AreWhatIsLeft(string statements, params string[] offers) =>
        Assert.Equal(offers, await FixVerifier.OffersAsync<CoroutineNeverUsedAnalyzer, CoroutineNeverUsedFix>(CoroutineNeverUsedTests.In(statements)));

    static Task FixAsync(string before, string title, string after) =>
        FixVerifier.VerifyAsync<CoroutineNeverUsedAnalyzer, CoroutineNeverUsedFix>(CoroutineNeverUsedTests.In(before), title, CoroutineNeverUsedTests.In(after));
}
