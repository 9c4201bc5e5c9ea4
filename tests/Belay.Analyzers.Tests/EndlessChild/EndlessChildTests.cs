using Belay.Analyzers.EndlessChild;

namespace Belay.Analyzers.Tests.EndlessChild;

public class EndlessChildTests
{
    [Theory]
    [InlineData("while (true) await Coro.Yield();")]
    [InlineData("for (;;) { await Coro.Yield(); }")]
    [InlineData("do { await Coro.Yield(); } while (true);")]
    [InlineData("while (!Coro.Token.IsCancellationRequested) await Coro.Yield();")]
    [InlineData("while (true) { try { await Coro.Yield(); } catch (IOException) { Console.WriteLine(); } }")]
    [InlineData("while (true) { try { await Coro.Yield(); } catch (OperationCanceledException) { break; } }")]
    [InlineData("try { while (true) await Coro.Yield(); } finally { Console.WriteLine(); }")]
    [InlineData("try { while (true) await Coro.Yield(); } catch (CancelledException) { Console.WriteLine(); throw; }")]
    [InlineData("while (true) { foreach (var item in numbers) { if (item > 1) break; } await Coro.Yield(); }")]
    [InlineData("while (true) { Func<int> give = () => { return 1; }; await Coro.Sleep(TimeSpan.FromSeconds(give())); }")]
    [InlineData("using (await gate.AcquireAsync()) { while (true) await Coro.Yield(); }")]
    [InlineData("Console.WriteLine(); await Forever();")]
    [InlineData("while (true) Console.WriteLine(await queue.GetAsync());")]
    [InlineData("await foreach (var item in queue.ReadAllAsync()) Console.WriteLine(item);")]
    [InlineData("while (true) await queue.PutAsync(1);")]
    public Task Child_NoWayOut_IsReported(string body) => CheckAsync("group.CreateTask({|BELAY003:Child()|});", body);

    [Theory]
    [InlineData("group.CreateTask({|BELAY003:Forever()|});")]
    [InlineData("var child = Forever(); group.CreateTask({|BELAY003:child|});")]
    [InlineData("var task = group.CreateTask({|BELAY003:Forever()|}); Console.WriteLine(task.Name);")]
    [InlineData("Func<Coro> make = async () => { while (true) await Coro.Yield(); }; group.CreateTask({|BELAY003:make()|});")]
    [InlineData("Func<Coro> make = Forever; group.CreateTask({|BELAY003:make()|});")]
    [InlineData("async Coro Local() { while (true) await Coro.Yield(); } group.CreateTask({|BELAY003:Local()|});")]
    [InlineData("group.CreateTask({|BELAY003:Forever()|}, \"named\"); group.CreateTask(Coro.Yield());")]
    public Task Child_HoweverMade_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) await Coro.Yield();")]
    [InlineData("while (true) { await Coro.Yield(); if (flag) break; }")]
    [InlineData("while (true) { await Coro.Yield(); if (flag) return; }")]
    [InlineData("while (true) { await Coro.Yield(); if (flag) throw new IOException(); }")]
    [InlineData("while (flag) await Coro.Yield();")]
    [InlineData("while (true) { try { await Coro.Yield(); } catch (IOException) { break; } }")]
    [InlineData("if (flag) return; await Forever();")]
    [InlineData("try { while (true) await Coro.Yield(); } catch (IOException) { }")]
    [InlineData("while (true) { _ = numbers.First(item => item > 1); await Coro.Yield(); switch (numbers.Length) { case 1: return; } }")]
    [InlineData("while (true) { var item = await queue.GetAsync(); if (item < 0) return; }")]
    [InlineData("foreach (var item in numbers) await Coro.Yield();")]
    public Task Child_WayOut_IsNotReported(string body) => CheckAsync("group.CreateTask(Child());", body);

    [Theory]
    [InlineData("while (true) Console.WriteLine(await queue.GetAsync());")]
    [InlineData("await foreach (var item in queue.ReadAllAsync()) Console.WriteLine(item);")]
    public Task Child_ReadsQueueThatIsShutDownSomewhere_IsNotReported(string body) =>
        CheckAsync("group.CreateTask(Child()); await Coro.Yield(); queue.Shutdown();", body);

    [Theory]
    [InlineData("group.CreateTask(Forever()); await Coro.Yield(); group.Cancel();")]
    [InlineData("group.CreateTask(Forever()); Ender(group);")]
    [InlineData("group.CreateTask(Forever()); group.CreateTask(EndsIt()); async Coro EndsIt() { await Coro.Yield(); group.Cancel(); }")]
    [InlineData("var task = group.CreateTask(Forever()); await Coro.Yield(); task.Cancel();")]
    [InlineData("kept = group.CreateTask(Forever());")]
    [InlineData("kept = Coro.CreateTask(Forever());")]
    [InlineData("await BackgroundTasks.Run(async background => { background.CreateTask(Forever()); await Coro.Yield(); });")]
    public Task Group_SomebodyEndsIt_IsNotReported(string statements) => CheckAsync(statements);

    [Fact]
    public Task Group_InATimeOut_IsNotReported() => RuleVerifier.VerifyAsync<EndlessChildAnalyzer>(
        In("", "").Replace("await TaskGroup.Run(", "await Coro.Timeout(TimeSpan.FromSeconds(1), async _ => { await TaskGroup.Run(async group => group.CreateTask(Forever())); }); await TaskGroup.Run("));

    [Fact]
    public Task Group_FromElsewhere_IsNotReported() =>
        RuleVerifier.VerifyAsync<EndlessChildAnalyzer>(In("", "").Replace("static void Ender(TaskGroup group) { }", "void Ender(TaskGroup group) => group.CreateTask(Forever());"));

    [Theory]
    [InlineData("group.CreateTask({|BELAY003:Forever()|});", "background.CreateTask(Forever());")]
    [InlineData("group.CreateTask({|BELAY003:Forever()|}, \"one\"); group.CreateTask({|BELAY003:Forever()|});", "background.CreateTask(Forever(), \"one\"); background.CreateTask(Forever());")]
    public Task MoveIt_Group_GetsBackgroundTasksRoundIt(string before, string after) => FixVerifier.VerifyAsync<EndlessChildAnalyzer, EndlessChildFix>(
        In(before, ""),
        "Move it to BackgroundTasks",
        In(after, "").Replace("await TaskGroup.Run(async group => { await Coro.Yield();", "await BackgroundTasks.Run(async background => await TaskGroup.Run(async group => { await Coro.Yield();").Replace(" });\n    }\n}", " }));\n    }\n}"));

    [Fact]
    public Task MoveIt_BackgroundTasksInScope_AreUsed() => FixVerifier.VerifyAsync<EndlessChildAnalyzer, EndlessChildFix>(
        In("await BackgroundTasks.Run(async tasks => { await TaskGroup.Run(async inner => { await Coro.Yield(); inner.CreateTask({|BELAY003:Forever()|}); }); });", ""),
        "Move it to BackgroundTasks",
        In("await BackgroundTasks.Run(async tasks => { await TaskGroup.Run(async inner => { await Coro.Yield(); tasks.CreateTask(Forever()); }); });", ""));

    static Task CheckAsync(string statements, string child = "") => RuleVerifier.VerifyAsync<EndlessChildAnalyzer>(In(statements, child));

    static string In(string statements, string child) =>
        $$"""
        class Program
        {
            readonly AsyncQueue<int> queue = new();
            readonly AsyncLock gate = new();
            readonly int[] numbers = [1, 2];
            bool flag = true;
            CoroTask? kept;

            public CoroTask? Kept => kept;

            static void Ender(TaskGroup group) { }

            async Coro Forever()
            {
                while (true) await Coro.Yield();
            }

            async Coro Child()
            {
                {{child}}
            }

            async Coro Main()
            {
                await TaskGroup.Run(async group => { await Coro.Yield(); {{statements}} });
            }
        }
        """;
}
