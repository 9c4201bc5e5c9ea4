using Belay.Analyzers.SharedState;

namespace Belay.Analyzers.Tests.SharedState;

public class SharedStateTests
{
    [Theory]
    [InlineData("{|BELAY012:total += await Value()|};")]
    [InlineData("{|BELAY012:total = total + await Value()|};")]
    [InlineData("{|BELAY012:this.total = await Next(total)|};")]
    [InlineData("{|BELAY012:counters += await Value()|};")]
    [InlineData("{|BELAY012:Total += await Value()|};")]
    [InlineData("var old = total; await Idle(); {|BELAY012:total = old + 1|};")]
    [InlineData("var old = total; var next = await Next(old); {|BELAY012:total = next + old|};")]
    [InlineData("var old = byName[\"a\"]; await Idle(); {|BELAY012:byName[\"a\"] = old + 1|};")]
    [InlineData("{|BELAY012:byName[\"a\"] += await Value()|};")]
    [InlineData("if (text is null) {|BELAY012:text = await Load()|};")]
    [InlineData("if (text == null) { var loaded = await Load(); {|BELAY012:text = loaded|}; }")]
    [InlineData("{|BELAY012:text ??= await Load()|};")]
    [InlineData("if (!byName.ContainsKey(\"a\")) { var value = await Value(); {|BELAY012:byName[\"a\"] = value|}; }")]
    [InlineData("if (!byName.ContainsKey(\"a\")) { var value = await Value(); {|BELAY012:byName.Add(\"a\", value)|}; }")]
    [InlineData("if (total < 1) return; await Idle(); {|BELAY012:total -= 1|};")]
    [InlineData("if (total > 0) { await Idle(); {|BELAY012:total--|}; }")]
    [InlineData("if (items.Count > 0) { await Idle(); {|BELAY012:items.Dequeue()|}; }")]
    public Task Sibling_OvertakenAtAnAwait_IsReported(string statements) => CheckAsync(statements, "group.CreateTask(Work()); group.CreateTask(Work());");

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) group.CreateTask(Work());")]
    [InlineData("await Coro.Gather(Work(), Work());")]
    [InlineData("await Coro.Gather(Enumerable.Range(0, 3).Select(_ => Work()));")]
    [InlineData("group.CreateTask(Calls()); group.CreateTask(Work());")]
    [InlineData("var first = Coro.CreateTask(Calls()); var second = Coro.CreateTask(Calls()); await first; await second;")]
    [InlineData("foreach (var item in items) { group.CreateTask(Child(item)); } async Coro Child(int item) { await Idle(); await Work(); }")]
    public Task Function_HasSiblings_IsReported(string starts) => CheckAsync("{|BELAY012:total += await Value()|};", starts);

    [Theory]
    [InlineData("var count = 0; for (var i = 0; i < 3; i++) group.CreateTask(Child()); async Coro Child() { {|BELAY012:count += await Value()|}; } Console.WriteLine(count);")]
    [InlineData("var count = 0; await Coro.Gather(items.Select<int, Coro<int>>(async item => { {|BELAY012:count += await Next(item)|}; return item; })); Console.WriteLine(count);")]
    public Task CapturedVariable_SharedBySiblings_IsReported(string starts) => CheckAsync("", starts);

    [Theory]
    [InlineData("total += 1;")]
    [InlineData("var value = await Value(); total += value;")]
    [InlineData("total = await Value();")]
    [InlineData("total = await Value() + total;")]
    [InlineData("using (await gate.AcquireAsync()) { total += await Value(); }")]
    [InlineData("using var held = await gate.AcquireAsync(); if (text is null) text = await Load();")]
    [InlineData("await gate.AcquireAsync(); try { total += await Value(); } finally { gate.Release(); }")]
    [InlineData("var own = 0; own += await Value();")]
    [InlineData("if (text is null) { var loaded = await Load(); text ??= loaded; }")]
    [InlineData("if (text is null) { var loaded = await Load(); if (text is null) text = loaded; }")]
    [InlineData("if (total > 0) { total--; await Idle(); }")]
    [InlineData("if (text is null) await Idle();")]
    [InlineData("var old = total; total = old + 1; await Idle();")]
    [InlineData("if (total > 0) { await Idle(); byName[\"a\"] = 1; }")]
    [InlineData("if (flag) { await Idle(); total = 1; }")]
    public Task Sibling_NotOvertaken_IsNotReported(string statements) => CheckAsync(statements, "group.CreateTask(Work()); group.CreateTask(Work());");

    [Theory]
    [InlineData("await Work();")]
    [InlineData("await Work(); await Work();")]
    [InlineData("group.CreateTask(Work());")]
    [InlineData("for (var i = 0; i < 3; i++) await Work();")]
    [InlineData("for (var i = 0; i < 3; i++) group.CreateTask(new Program().Work());")]
    [InlineData("foreach (var one in new[] { new Program() }) group.CreateTask(one.Work());")]
    public Task Function_HasNoSiblings_IsNotReported(string starts) => CheckAsync("total += await Value();", starts);

    static Task CheckAsync(string work, string starts) => RuleVerifier.VerifyAsync<SharedStateAnalyzer>(
        $$"""
        class Program
        {
            static int counters;
            readonly AsyncLock gate = new();
            readonly Dictionary<string, int> byName = [];
            readonly Queue<int> items = new();
            int total;
            string? text;
            bool flag = true;

            int Total { get; set; }

            public async Coro Work()
            {
                await Idle();
                {{work}}
            }

            async Coro Calls() => await Work();

            async Coro Idle() => await Coro.Yield();

            async Coro<int> Value()
            {
                await Coro.Yield();
                return 1;
            }

            async Coro<int> Next(int number) => number + await Value();

            async Coro<string> Load() => (await Value()).ToString();

            async Coro Main() => await TaskGroup.Run(async group =>
            {
                await Idle();
                {{starts}}
            });
        }
        """);
}
