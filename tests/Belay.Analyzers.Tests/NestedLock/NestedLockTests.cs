using Belay.Analyzers.NestedLock;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Analyzers.Tests.NestedLock;

public class NestedLockTests
{
    [Theory]
    [InlineData("using (await gate.AcquireAsync()) { using (await {|BELAY006:gate.AcquireAsync()|}) { } }")]
    [InlineData("using (await gate.AcquireAsync()) using (await {|BELAY006:this.gate.AcquireAsync()|}) { }")]
    [InlineData("using var first = await gate.AcquireAsync(); using var second = await {|BELAY006:gate.AcquireAsync()|};")]
    [InlineData("await gate.AcquireAsync(); try { await {|BELAY006:gate.AcquireAsync()|}; } finally { gate.Release(); }")]
    [InlineData("await gate.AcquireAsync(); await Idle(); await {|BELAY006:gate.AcquireAsync()|}; gate.Release();")]
    [InlineData("if (gate.TryAcquire()) { await {|BELAY006:gate.AcquireAsync()|}; }")]
    [InlineData("using (await gate.AcquireAsync()) { await Idle(); if (flag) { await {|BELAY006:gate.AcquireAsync()|}; } }")]
    [InlineData("using (await gate.AcquireAsync()) { var same = gate; using (await {|BELAY006:same.AcquireAsync()|}) { } }")]
    [InlineData("var own = new AsyncLock(); using (await own.AcquireAsync()) { await {|BELAY006:own.AcquireAsync()|}; }")]
    [InlineData("using (await one.AcquireAsync()) { using (await {|BELAY006:one.AcquireAsync()|}) { } }")]
    [InlineData("await slim.WaitAsync(); try { await {|BELAY006:slim.WaitAsync()|}; } finally { slim.Release(); }")]
    [InlineData("using (await changed.AcquireAsync()) { using (await {|BELAY006:changed.AcquireAsync()|}) { } }")]
    [InlineData("var own = new AsyncLock(); var condition = new AsyncCondition(own); using (await own.AcquireAsync()) { await {|BELAY006:condition.AcquireAsync()|}; }")]
    [InlineData("using (await gate.AcquireAsync()) { await Coro.WaitFor({|BELAY006:gate.AcquireAsync()|}, TimeSpan.FromSeconds(1)); }")]
    [InlineData("using (await gate.AcquireAsync()) { await Coro.Timeout(TimeSpan.FromSeconds(1), async _ => { await {|BELAY006:gate.AcquireAsync()|}; }); }")]
    [InlineData("using (await other.gate.AcquireAsync()) { await {|BELAY006:other.gate.AcquireAsync()|}; }")]
    public Task Method_AcquiresWhatItHolds_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("using (await gate.AcquireAsync()) { await {|BELAY006:Locks()|}; }")]
    [InlineData("using (await gate.AcquireAsync()) await {|BELAY006:CallsLocks()|};")]
    [InlineData("using (await gate.AcquireAsync()) { await Coro.Gather({|BELAY006:Locks()|}, Idle()); }")]
    [InlineData("using (await gate.AcquireAsync()) { await Coro.WaitFor({|BELAY006:this.Locks()|}, TimeSpan.FromSeconds(1)); }")]
    [InlineData("using (await gate.AcquireAsync()) { await TaskGroup.Run(async group => { group.CreateTask({|BELAY006:Locks()|}); await Idle(); }); }")]
    [InlineData("async Coro Local() { using (await gate.AcquireAsync()) { } } using (await gate.AcquireAsync()) { await {|BELAY006:Local()|}; }")]
    [InlineData("Func<Coro> locks = async () => { using (await gate.AcquireAsync()) { } }; using (await gate.AcquireAsync()) { await {|BELAY006:locks()|}; }")]
    public Task Method_CallsWhatAcquiresWhatItHolds_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("using (await gate.AcquireAsync()) { await Idle(); }")]
    [InlineData("using (await gate.AcquireAsync()) { } using (await gate.AcquireAsync()) { }")]
    [InlineData("await gate.AcquireAsync(); gate.Release(); await gate.AcquireAsync();")]
    [InlineData("await gate.AcquireAsync(); try { await Idle(); } finally { gate.Release(); } await gate.AcquireAsync();")]
    [InlineData("using (await gate.AcquireAsync()) { using (await second.AcquireAsync()) { } }")]
    [InlineData("using (await gate.AcquireAsync()) { using (await other.gate.AcquireAsync()) { } }")]
    [InlineData("using (await gate.AcquireAsync()) { group.CreateTask(Locks()); }")]
    [InlineData("using (await gate.AcquireAsync()) { Coro.CreateTask(Locks()); }")]
    [InlineData("using (await gate.AcquireAsync()) { Func<Coro> later = async () => { using (await gate.AcquireAsync()) { } }; group.CreateTask(later()); }")]
    [InlineData("using (await gate.AcquireAsync()) { await other.Locks(); }")]
    [InlineData("using (await many.AcquireAsync()) { using (await many.AcquireAsync()) { } }")]
    [InlineData("if (flag) { using (await gate.AcquireAsync()) { } } else { using (await gate.AcquireAsync()) { } }")]
    [InlineData("using (await changed.AcquireAsync()) { await changed.WaitAsync(); }")]
    [InlineData("await Locks(); using (await gate.AcquireAsync()) { }")]
    [InlineData("await gate.AcquireAsync(); try { gate.Release(); } catch (InvalidOperationException) { await gate.AcquireAsync(); }")]
    [InlineData("if (!gate.TryAcquire()) { await gate.AcquireAsync(); }")]
    [InlineData("for (var i = 0; i < 3; i++) { using (await gate.AcquireAsync()) { await Idle(); } }")]
    public Task Method_AcquiresWhatIsFree_IsNotReported(string statements) => CheckAsync(statements);

    [Fact]
    public async Task Type_InTwoFiles_IsOneType()
    {
        var files = new[]
        {
            "partial class Ledger { async Coro Book() { using (await gate.AcquireAsync()) await Log(); } }",
            "partial class Ledger { readonly AsyncLock gate = new(); async Coro Log() { using (await gate.AcquireAsync()) await Coro.Yield(); } }",
        };

        var reports = await AnalyzerHarness.RunAsync(
            AnalyzerHarness.UserProject.AddSyntaxTrees(files.Select((file, number) => CSharpSyntaxTree.ParseText(file, AnalyzerHarness.Parsing, $"{number}.cs"))),
            [new NestedLockAnalyzer()]);

        Assert.Equal(("BELAY006", "0.cs"), Assert.Single(reports.Where(RuleVerifier.IsOurs).Select(report => (report.Id, report.Location.SourceTree!.FilePath))));
    }

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<NestedLockAnalyzer>(
        $$"""
        class Program
        {
            readonly AsyncLock gate = new();
            readonly AsyncLock second = new();
            readonly AsyncSemaphore one = new(1);
            readonly AsyncSemaphore many = new(5);
            readonly SemaphoreSlim slim = new(1, 1);
            readonly AsyncCondition changed = new();
            readonly Program other = null!;
            bool flag = true;

            async Coro Idle() => await Coro.Yield();

            async Coro Locks()
            {
                using (await gate.AcquireAsync()) await Idle();
            }

            async Coro CallsLocks() => await Locks();

            async Coro Main(TaskGroup group)
            {
                await Coro.Yield();
                {{statements}}
            }
        }
        """);
}
