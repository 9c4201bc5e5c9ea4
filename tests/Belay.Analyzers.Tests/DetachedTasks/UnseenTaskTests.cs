using Belay.Analyzers.DetachedTasks;

namespace Belay.Analyzers.Tests.DetachedTasks;

public class UnseenTaskTests
{
    [Theory]
    [InlineData("{|BELAY008:Coro.CreateTask(Work())|};")]
    [InlineData("_ = {|BELAY008:Coro.CreateTask(Value())|};")]
    [InlineData("var task = {|BELAY008:Coro.CreateTask(Work())|};")]
    [InlineData("CoroTask task; task = {|BELAY008:Coro.CreateTask(Value())|};")]
    [InlineData("var task = {|BELAY008:Coro.CreateTask(Work())|}; task.Cancel();")]
    [InlineData("var task = {|BELAY008:Coro.CreateTask(Work())|}; Console.WriteLine(task.Name);")]
    [InlineData("var task = {|BELAY008:Coro.CreateTask(Work())|}; while (!task.IsDone) await Work();")]
    [InlineData("{|BELAY008:Coro.CreateTask(Work())|}.Cancel();")]
    [InlineData("var task = {|BELAY008:Coro.CreateTask(Work())|}; try { await Work(); } finally { task.Cancel(); }")]
    [InlineData("_ = {|BELAY008:Coro.Gather(Work(), Work())|};")]
    [InlineData("{|BELAY008:Coro.Shield(Work())|};")]
    [InlineData("Action act = () => {|BELAY008:Coro.CreateTask(Work())|}; act();")]
    [InlineData("_ = flag ? {|BELAY008:Coro.CreateTask(Work())|} : {|BELAY008:Coro.CreateTask(Value())|};")]
    [InlineData("var tasks = new List<CoroTask>(); tasks.Add({|BELAY008:Coro.CreateTask(Work())|});")]
    [InlineData("{|BELAY008:Coro.CreateTask(Work())|}.Forget();")]
    [InlineData("_ = {|BELAY008:Coro.RunThreadSafe(Work(), EventLoop.Running)|};")]
    [InlineData("async Coro Local() { await Work(); {|BELAY008:Coro.CreateTask(Work())|}; } await Local();")]
    public Task Task_NobodyCanSeeItsEnd_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("await Coro.CreateTask(Work());")]
    [InlineData("var task = Coro.CreateTask(Work()); await task;")]
    [InlineData("var task = Coro.CreateTask(Work()); task.Cancel(); await task;")]
    [InlineData("var task = Coro.CreateTask(Work()); task.AddDoneCallback(done => Console.WriteLine(done.Exception));")]
    [InlineData("Coro.CreateTask(Work()).AddDoneCallback(done => Console.WriteLine(done.Exception));")]
    [InlineData("var task = Coro.CreateTask(Value()); await Work(); Console.WriteLine(task.Result);")]
    [InlineData("kept = Coro.CreateTask(Work());")]
    [InlineData("tasks.Add(Coro.CreateTask(Work()));")]
    [InlineData("var mine = new List<CoroTask>(); mine.Add(Coro.CreateTask(Work())); await Coro.Gather(mine);")]
    [InlineData("var first = Coro.CreateTask(Work()); var second = first; await second;")]
    [InlineData("CoroTask Start() => Coro.CreateTask(Work()); await Start();")]
    [InlineData("await TaskGroup.Run(async group => { group.CreateTask(Work()); await Work(); });")]
    [InlineData("await BackgroundTasks.Run(async background => { background.CreateTask(Work()); background.Start(Work); await Work(); });")]
    [InlineData("await Coro.Gather(Work(), Work());")]
    [InlineData("await Coro.Shield(Work());")]
    [InlineData("var task = Coro.CreateTask(Value()); _ = Coro.Shield(task); await task;")]
    [InlineData("await Coro.RunThreadSafe(Work(), EventLoop.Running);")]
    [InlineData("Func<Coro> later = async () => { var task = Coro.CreateTask(Work()); await task; }; await later();")]
    [InlineData("Xunit.Assert.Throws<InvalidOperationException>(() => { _ = Coro.CreateTask(Work()); });")]
    public Task Task_SomebodySeesItsEnd_IsNotReported(string statements) => CheckAsync(statements);

    // The group's rule is the more precise.
    [Fact]
    public Task Task_DroppedInGroup_DrawsOneReport() =>
        CheckAsync("await TaskGroup.Run(async group => { await Work(); {|BELAY004:Coro.CreateTask(Work())|}; });");

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<DetachedTasksAnalyzer>(
        $$"""
        static class Extensions
        {
            public static void Forget(this CoroTask task) { }
        }

        class Program
        {
            public CoroTask? kept;
            readonly List<CoroTask> tasks = [];
            bool flag = true;

            async Coro Work() => await Coro.Yield();

            async Coro<int> Value()
            {
                await Coro.Yield();
                return 1;
            }

            async Coro Main()
            {
                await Coro.Yield();
                {{statements}}
            }
        }
        """);
}
