using Belay.Analyzers.TaskAwaitsCoroutine;

namespace Belay.Analyzers.Tests.TaskAwaitsCoroutine;

public class TaskAwaitsCoroutineTests
{
    [Theory]
    [InlineData("async Task {|BELAY015:Save|}() => await Work();")]
    [InlineData("async Task<int> {|BELAY015:Save|}() => await Value();")]
    [InlineData("async void {|BELAY015:Save|}() => await Work();")]
    [InlineData("async Task {|BELAY015:Save|}() { await Work(); await Work(); }")]
    [InlineData("static async Task {|BELAY015:Save|}(CoroTask task) => await task;")]
    [InlineData("static async Task {|BELAY015:Save|}(Future<int> future) => _ = await future;")]
    [InlineData("async Task {|BELAY015:Save|}(bool flag) { if (flag) { var coroutine = Work(); await coroutine; } }")]
    [InlineData("async Task {|BELAY015:Save|}() { await Task.Delay(1); await Coro.Yield(); }")]
    [InlineData("async Task {|BELAY015:Save|}(bool flag) => await (flag ? Work() : Value());")]
    [InlineData("async Coro Save() { async Task {|BELAY015:Local|}() => await Work(); await Local(); }")]
    [InlineData("async Coro Save() { Func<Task> {|BELAY015:local|} = async () => await Work(); await local(); }")]
    [InlineData("static async Task {|BELAY015:Main|}() => await Coro.Yield();")]
    [InlineData("async void {|BELAY015:OnClick|}(object? sender, EventArgs e) => await Work();")]
    [InlineData("public virtual async Task {|BELAY015:Save|}() => await Work();")]
    [InlineData("async Task {|BELAY015:Save|}() { async Coro Inner() => await Work(); await Inner(); }")]
    public Task Method_OfTaskAwaitsACoroutine_IsReported(string member) => CheckAsync(member);

    [Theory]
    [InlineData("async Coro Save() => await Work();")]
    [InlineData("async Coro<int> Save() => await Value();")]
    [InlineData("async Task Save() => await Task.Delay(1);")]
    [InlineData("async void Save() => await Task.Delay(1);")]
    [InlineData("async Task Save() => await Coro.RunAsync(Work());")]
    [InlineData("Task Save() => Coro.RunAsync(Work());")]
    [InlineData("async Task Save() { Func<Coro> inner = async () => await Work(); await Coro.RunAsync(inner()); }")]
    [InlineData("async Task Save() { async Coro Inner() => await Work(); await Coro.RunAsync(Inner()); }")]
    [InlineData("public async ValueTask DisposeAsync() => await Work();")]
    [InlineData("public override async Task Run() => await Work();")]
    [InlineData("public async Task Handle() => await Work();")]
    [InlineData("async Task IHandler.Other() => await Work();")]
    [InlineData("async IAsyncEnumerable<int> Save() { yield return await Value(); }")]
    [InlineData("async Task Save() => await Take(async () => await Work()); Task Take(Func<Task> work) => work();")]
    [InlineData("async Task Save() => await await Task.FromResult(Task.CompletedTask);")]
    public Task Method_OfAnotherKind_IsNotReported(string member) => CheckAsync(member);

    static Task CheckAsync(string member) => RuleVerifier.VerifyAsync<TaskAwaitsCoroutineAnalyzer>(In(member));

    internal static string In(string members) =>
        $$"""
        interface IHandler
        {
            Task Handle() => Task.CompletedTask;
            Task Other() => Task.CompletedTask;
        }

        class Base
        {
            public virtual Task Run() => Task.CompletedTask;
        }

        class Program : Base, IHandler
        {
            static async Coro Work() => await Coro.Yield();

            static async Coro<int> Value()
            {
                await Coro.Yield();
                return 1;
            }

            {{members}}
        }
        """;
}
