using Belay.Analyzers.CoroutineNeverUsed;

namespace Belay.Analyzers.Tests.CoroutineNeverUsed;

public class CoroutineNeverUsedTests
{
    [Theory]
    [InlineData("{|BELAY001:Work()|};")]
    [InlineData("{|BELAY001:Value()|};")]
    [InlineData("_ = {|BELAY001:Work()|};")]
    [InlineData("var coroutine = {|BELAY001:Work()|};")]
    [InlineData("Coro coroutine; coroutine = {|BELAY001:Value()|};")]
    [InlineData("var coroutine = {|BELAY001:Work()|}; _ = coroutine;")]
    [InlineData("var first = {|BELAY001:Work()|}; var second = first; _ = second;")]
    [InlineData("_ = flag ? {|BELAY001:Work()|} : {|BELAY001:Other()|};")]
    [InlineData("var chosen = flag ? {|BELAY001:Work()|} : {|BELAY001:Other()|};")]
    [InlineData("_ = number switch { 0 => {|BELAY001:Work()|}, _ => Coro.CompletedCoro };")]
    [InlineData("Action act = () => {|BELAY001:Work()|}; act();")]
    [InlineData("Action act = async () => { await Coro.Yield(); {|BELAY001:Work()|}; }; act();")]
    [InlineData("new List<int> { 1 }.ForEach(item => {|BELAY001:Other(item)|});")]
    [InlineData("void Local() => {|BELAY001:Work()|}; Local();")]
    [InlineData("{|BELAY001:this?.Work()|};")]
    [InlineData("Func<Coro> make = Work; {|BELAY001:make()|};")]
    [InlineData("var many = {|BELAY001:numbers.Select(item => Other(item))|};")]
    [InlineData("_ = {|BELAY001:numbers.Select(item => Value())|};")]
    [InlineData("var many = {|BELAY001:numbers.Select(Other).ToList()|};")]
    [InlineData("Coro[] both = [{|BELAY001:Work()|}, {|BELAY001:Other()|}];")]
    [InlineData("var pair = ({|BELAY001:Work()|}, 1);")]
    [InlineData("{|BELAY001:Coro.Sleep(TimeSpan.FromSeconds(1))|};")]
    [InlineData("{|BELAY001:Coro.WaitFor(Work(), TimeSpan.FromSeconds(1))|};")]
    [InlineData("{|BELAY001:gate.AcquireAsync()|};")]
    [InlineData("{|BELAY001:Work().Named(\"work\")|};")]
    [InlineData("{|BELAY001:await Task.Run(() => Work())|};")]
    [InlineData("{|BELAY001:Task.Run(() => Work())|};")]
    [InlineData("Console.WriteLine({|BELAY001:Value()|});")]
    [InlineData("Console.WriteLine($\"{{|BELAY001:Value()|}}\");")]
    [InlineData("var text = \"got \" + {|BELAY001:Value()|}; Console.WriteLine(text);")]
    [InlineData("{|BELAY001:Work()|}.Forget();")]
    public Task Statement_CoroutineLost_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("await Work();")]
    [InlineData("var value = await Value();")]
    [InlineData("_ = await Value();")]
    [InlineData("group.CreateTask(Work());")]
    [InlineData("_ = group.CreateTask(Value());")]
    [InlineData("var coroutine = Work(); await coroutine;")]
    [InlineData("Coro coroutine; coroutine = Value(); group.CreateTask(coroutine);")]
    [InlineData("var first = Work(); var second = first; await second;")]
    [InlineData("await (flag ? Work() : Other());")]
    [InlineData("Func<Coro> make = () => Work(); await make();")]
    [InlineData("Func<Coro> make = async () => await Work(); await make();")]
    [InlineData("var coroutine = Work(); Func<Coro> later = async () => await coroutine; await later();")]
    [InlineData("Coro Local() => Work(); await Local();")]
    [InlineData("await Coro.Gather(numbers.Select(item => Other(item)));")]
    [InlineData("var many = numbers.Select(item => Other(item)); await Coro.Gather(many);")]
    [InlineData("foreach (var coroutine in numbers.Select(Other)) await coroutine;")]
    [InlineData("Coro[] both = [Work(), Other()]; foreach (var one in both) await one;")]
    [InlineData("var (one, size) = (Work(), 1); await one;")]
    [InlineData("await Coro.WaitFor(Work(), TimeSpan.FromSeconds(1));")]
    [InlineData("kept.Add(Work());")]
    [InlineData("await Work().Named(\"work\");")]
    [InlineData("Owner.Adopt(Work());")]
    [InlineData("Work().GetAwaiter().OnCompleted(() => { });")]
    [InlineData("await await Task.Run(() => Work());")]
    [InlineData("Console.WriteLine(await Value());")]
    [InlineData("Console.WriteLine($\"{await Value()}\");")]
    [InlineData("_ = Coro.CompletedCoro;")]
    [InlineData("Work().Keep(kept);")]
    [InlineData("await (pending = Work());")]
    [InlineData("_ = nameof(Work);")]
    [InlineData("Xunit.Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Coro.Sleep(TimeSpan.MinValue); });")]
    public Task Statement_CoroutineUsed_IsNotReported(string statements) => CheckAsync(statements);

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<CoroutineNeverUsedAnalyzer>(In(statements));

    internal static string In(string statements) =>
        $$"""
        static class Owner
        {
            public static Coro Adopt([TakesOwnership] Coro coroutine) => coroutine;
            public static Coro Named(this Coro coroutine, string name) { Console.WriteLine(name); return coroutine; }
            public static void Forget(this Coro coroutine) { }
            public static void Keep(this Coro coroutine, List<Coro> kept) => kept.Add(coroutine);
        }

        class Program
        {
            readonly AsyncLock gate = new();
            readonly List<Coro> kept = [];
            readonly int[] numbers = [1, 2];

            async Coro Work() => await Coro.Yield();

            async Coro Other(int number = 0) => await Coro.Yield();

            async Coro<int> Value()
            {
                await Coro.Yield();
                return 1;
            }

            async Coro Main(TaskGroup group, bool flag, int number)
            {
                await Coro.Yield();
                Coro pending;
                {{statements}}
            }
        }
        """;
}
