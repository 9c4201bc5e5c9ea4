using Belay.Analyzers.DetachedTasks;

namespace Belay.Analyzers.Tests.DetachedTasks;

public class DetachedInGroupTests
{
    [Theory]
    [InlineData("{|BELAY004:Coro.CreateTask(Work())|};")]
    [InlineData("_ = {|BELAY004:Coro.CreateTask(Work())|};")]
    [InlineData("var task = {|BELAY004:Coro.CreateTask(Work())|}; await task;")]
    [InlineData("kept = {|BELAY004:Coro.CreateTask(Work())|};")]
    [InlineData("var coroutine = Work(); {|BELAY004:Coro.CreateTask(coroutine, \"named\")|};")]
    [InlineData("if (flag) {|BELAY004:Coro.CreateTask(Work(), eager: true)|};")]
    [InlineData("CoroTask[] tasks = [.. Enumerable.Range(0, 3).Select(_ => {|BELAY004:Coro.CreateTask(Work())|})]; await Coro.Gather(tasks);")]
    [InlineData("await Coro.Timeout(TimeSpan.FromSeconds(1), async _ => { await Work(); {|BELAY004:Coro.CreateTask(Work())|}; });")]
    [InlineData("await TaskGroup.Run(async inner => { await Work(); {|BELAY004:Coro.CreateTask(Work())|}; });")]
    [InlineData("await BackgroundTasks.Run(async tasks => { await Work(); {|BELAY004:Coro.CreateTask(Work())|}; });")]
    public Task GroupBody_StartsDetachedTask_IsReported(string statements) => CheckAsync(InGroup(statements));

    [Theory]
    [InlineData("group.CreateTask(Spawns());")]
    [InlineData("await Spawns();")]
    [InlineData("var coroutine = Spawns(); group.CreateTask(coroutine);")]
    [InlineData("group.CreateTask(Calls());")]
    [InlineData("await Coro.Gather(Spawns(), Work());")]
    [InlineData("Func<Coro> later = Spawns; group.CreateTask(later());")]
    [InlineData("async Coro Child() => await Calls(); group.CreateTask(Child());")]
    [InlineData("await Coro.Timeout(TimeSpan.FromSeconds(1), async _ => await Spawns());")]
    [InlineData("await Coro.Gather(Enumerable.Range(0, 3).Select(_ => Spawns()));")]
    [InlineData("await Coro.Timeout(TimeSpan.FromSeconds(1), scope => Spawns());")]
    public Task Child_StartsDetachedTask_IsReported(string statements) =>
        CheckAsync(InGroup(statements, spawn: "kept = {|BELAY004:Coro.CreateTask(Work())|};"));

    [Fact]
    public Task Guest_HandedTheGroup_IsReported() =>
        CheckAsync(InGroup("", spawn: "", more: "async Coro Guest(TaskGroup group) { await Work(); kept = {|BELAY004:Coro.CreateTask(Work())|}; }"));

    [Theory]
    [InlineData("group.CreateTask(Work());")]
    [InlineData("await Coro.CreateTask(Work());")]
    [InlineData("await Coro.WaitFor(Coro.CreateTask(Value()), TimeSpan.FromSeconds(1));")]
    [InlineData("var task = Coro.CreateTask(Work()); try { await Work(); } finally { task.Cancel(); Console.WriteLine(task.Exception); }")]
    [InlineData("var task = Coro.CreateTask(Work()); try { await Work(); } finally { await task; }")]
    [InlineData("await BackgroundTasks.Run(async tasks => { tasks.CreateTask(Work()); await Work(); });")]
    [InlineData("await Coro.Gather(Work(), Work());")]
    [InlineData("Coro.CurrentTask.AddDoneCallback(_ => kept = Coro.CreateTask(Work()));")]
    [InlineData("Func<CoroTask> later = () => Coro.CreateTask(Work()); group.CreateTask(Work(), later.ToString());")]
    [InlineData("await Coro.ToThread(() => Console.WriteLine());")]
    [InlineData("await Work();")]
    public Task GroupBody_StartsNothingDetached_IsNotReported(string statements) => CheckAsync(InGroup(statements));

    [Theory]
    [InlineData("await Spawns();")]
    [InlineData("kept = Coro.CreateTask(Spawns());")]
    [InlineData("await BackgroundTasks.Run(async tasks => { tasks.Start(Spawns); await Work(); });")]
    [InlineData("await TaskGroup.Run(async group => { group.CreateTask(Work()); await Work(); }); await Spawns();")]
    [InlineData("await TaskGroup.Run(async group => { kept = {|BELAY004:Coro.CreateTask(Spawns())|}; await Work(); });")]
    public Task Coroutine_OutsideOfGroups_IsNotReported(string statements) => CheckAsync(In(statements, "kept = Coro.CreateTask(Work());", ""));

    [Theory]
    [InlineData("{|BELAY004:Coro.CreateTask(Work())|};", "group.CreateTask(Work());")]
    [InlineData("var task = {|BELAY004:Coro.CreateTask(Value(), name: \"v\")|}; await task;", "var task = group.CreateTask(Value(), name: \"v\"); await task;")]
    [InlineData("{|BELAY004:Coro.CreateTask(Work())|}; kept = {|BELAY004:Coro.CreateTask(Value())|};", "group.CreateTask(Work()); kept = group.CreateTask(Value());")]
    public Task StartItInTheGroup_Applied_MakesItAChild(string before, string after) =>
        FixVerifier.VerifyAsync<DetachedTasksAnalyzer, DetachedInGroupFix>(InGroup(before), "Start it in the group", InGroup(after));

    [Fact]
    public Task StartItInTheBackgroundTasks_Applied_GivesItThatOwner() =>
        FixVerifier.VerifyAsync<DetachedTasksAnalyzer, DetachedInGroupFix>(
            InGroup("await BackgroundTasks.Run(async tasks => { await Work(); {|BELAY004:Coro.CreateTask(Work())|}; });"),
            "Start it in the background tasks",
            InGroup("await BackgroundTasks.Run(async tasks => { await Work(); tasks.CreateTask(Work()); });"));

    static Task CheckAsync(string source) => RuleVerifier.VerifyAsync<DetachedTasksAnalyzer>(source);

    static string InGroup(string statements, string spawn = "", string more = "") =>
        In($"await TaskGroup.Run(async group => {{ await Work(); {statements} }});", spawn, more);

    static string In(string statements, string spawn, string more) =>
        $$"""
        class Program
        {
            CoroTask? kept;
            bool flag = true;

            public CoroTask? Kept => kept;

            async Coro Work() => await Coro.Yield();

            async Coro<int> Value()
            {
                await Coro.Yield();
                return 1;
            }

            async Coro Spawns()
            {
                await Coro.Yield();
                {{spawn}}
            }

            async Coro Calls() => await Spawns();

            {{more}}

            async Coro Main()
            {
                {{statements}}
            }
        }
        """;
}
