using Belay.Analyzers.TaskAwaitsCoroutine;

namespace Belay.Analyzers.Tests.TaskAwaitsCoroutine;

public class TaskAwaitsCoroutineFixTests
{
    [Theory]
    [InlineData("async Task {|BELAY015:Save|}() => await Work();", "async Coro Save() => await Work();")]
    [InlineData("async Task<int> {|BELAY015:Save|}() => await Value();", "async Coro<int> Save() => await Value();")]
    [InlineData("async void {|BELAY015:Save|}() => await Work();", "async Coro Save() => await Work();")]
    [InlineData("async System.Threading.Tasks.Task {|BELAY015:Save|}() => await Work();", "async Coro Save() => await Work();")]
    [InlineData("async Coro Save() { async Task {|BELAY015:Local|}() => await Work(); await Local(); }", "async Coro Save() { async Coro Local() => await Work(); await Local(); }")]
    [InlineData(
        "async Task {|BELAY015:Save|}() => await Work(); async Task<int> {|BELAY015:Load|}() { await Save(); return await Value(); }",
        "async Coro Save() => await Work(); async Coro<int> Load() { await Save(); return await Value(); }")]
    public Task MakeItACoroutine_Applied_ReturnsACoro(string before, string after) =>
        FixVerifier.VerifyAsync<TaskAwaitsCoroutineAnalyzer, TaskAwaitsCoroutineFix>(
            TaskAwaitsCoroutineTests.In(before), "Make it a coroutine", TaskAwaitsCoroutineTests.In(after));

    [Theory]
    [InlineData("static async Task {|BELAY015:Main|}() => await Coro.Yield();")]
    [InlineData("async void {|BELAY015:OnClick|}(object? sender, EventArgs e) => await Work();")]
    [InlineData("[Obsolete] async Task {|BELAY015:Save|}() => await Work();")]
    [InlineData("public virtual async Task {|BELAY015:Save|}() => await Work();")]
    [InlineData("async Task {|BELAY015:Save|}() => await Work(); Task Both() => Task.WhenAll(Save(), Save());")]
    [InlineData("async Task {|BELAY015:Save|}() => await Work(); Task Start() => Task.Run(Save);")]
    [InlineData("async void {|BELAY015:Save|}() => await Work(); void Start() => Save();")]
    [InlineData("async Coro Save() { Func<Task> {|BELAY015:local|} = async () => await Work(); await local(); }")]
    public async Task Offers_WhereOthersNeedTheTask_AreNone(string member) =>
        Assert.Empty(await FixVerifier.OffersAsync<TaskAwaitsCoroutineAnalyzer, TaskAwaitsCoroutineFix>(TaskAwaitsCoroutineTests.In(member)));
}
