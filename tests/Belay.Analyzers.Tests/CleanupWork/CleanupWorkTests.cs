using Belay.Analyzers.CleanupWork;

namespace Belay.Analyzers.Tests.CleanupWork;

public class CleanupWorkTests
{
    [Theory]
    [InlineData("try { await Work(); } finally { {|BELAY010:throw new IOException();|} }")]
    [InlineData("try { await Work(); } finally { if (flag) {|BELAY010:throw new IOException();|} }")]
    [InlineData("try { await Work(); } finally { {|BELAY010:group.CreateTask(Work())|}; }")]
    [InlineData("try { await Work(); } finally { kept = {|BELAY010:Coro.CreateTask(Work())|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY010:background.Start(Work)|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY010:background.CreateTask(Work())|}; }")]
    [InlineData("try { await Work(); } finally { await {|BELAY010:queue.PutAsync(1)|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY010:queue.TryPut(-1)|}; }")]
    [InlineData("try { await Work(); } catch (CancelledException) { {|BELAY010:throw new IOException();|} }")]
    [InlineData("try { await Work(); } catch (OperationCanceledException stop) { {|BELAY010:throw new IOException(\"stopped\", stop);|} }")]
    [InlineData("try { await Work(); } catch (TaskCanceledException) { {|BELAY010:group.CreateTask(Work())|}; throw; }")]
    [InlineData("try { await Work(); } catch (OperationCanceledException) when (flag) { {|BELAY010:queue.TryPut(1)|}; throw; }")]
    [InlineData("try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(1), async () => { await Work(); {|BELAY010:queue.TryPut(1)|}; }); }")]
    [InlineData("Func<Coro> later = async () => { try { await Work(); } finally { {|BELAY010:throw new IOException();|} } }; await later();")]
    [InlineData("try { await Work(); } finally { var number = flag ? 1 : {|BELAY010:throw new IOException()|}; }")]
    public Task Cleanup_ThrowsOrStartsWork_IsReported(string statements) => CheckAsync(statements);

    [Fact]
    public Task AsyncTask_OnTheLoop_IsReported() =>
        RuleVerifier.VerifyAsync<CleanupWorkAnalyzer>(In("", "async Task Other() { try { await Work(); } finally { {|BELAY010:throw new IOException();|} } }"));

    [Theory]
    [InlineData("try { await Work(); } finally { Console.WriteLine(); }")]
    [InlineData("try { await Work(); } catch (CancelledException) { Console.WriteLine(); throw; }")]
    [InlineData("try { await Work(); } catch (OperationCanceledException stop) { throw stop; }")]
    [InlineData("try { await Work(); } catch (IOException) { throw new InvalidOperationException(); }")]
    [InlineData("try { await Work(); } catch (IOException) { group.CreateTask(Work()); }")]
    [InlineData("try { await Work(); } finally { try { throw new IOException(); } catch (IOException) { } }")]
    [InlineData("var item = await queue.GetAsync(); try { await Work(); } finally { queue.TryPut(item); }")]
    [InlineData("var item = await queue.GetAsync(); try { await Work(); } finally { await queue.PutAsync(item); }")]
    [InlineData("if (queue.TryGet(out var item)) { try { await Work(); } finally { queue.TryPut(item); } }")]
    [InlineData("try { await Work(); } finally { queue.Shutdown(); }")]
    [InlineData("try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(1), Work); }")]
    [InlineData("try { await Work(); } finally { await Coro.CreateTask(Work()); }")]
    [InlineData("try { await Work(); } finally { EventLoop.Running.CallSoon(() => queue.TryPut(1)); }")]
    [InlineData("var task = Coro.CreateTask(Work()); task.Cancel(); try { await task; } catch (CancelledException) { throw new IOException(); }")]
    [InlineData("try { await Work(); queue.TryPut(1); } finally { Console.WriteLine(); }")]
    [InlineData("var list = new Queue<int>(); try { await Work(); } finally { list.Enqueue(1); }")]
    public Task Cleanup_CleansUp_IsNotReported(string statements) => CheckAsync(statements);

    [Fact]
    public Task Method_NoCoroutine_IsNotReported() =>
        RuleVerifier.VerifyAsync<CleanupWorkAnalyzer>(In("", "void Other() { try { Console.WriteLine(); } finally { throw new IOException(); } }"));

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<CleanupWorkAnalyzer>(In(statements, ""));

    static string In(string statements, string member) =>
        $$"""
        class Program
        {
            readonly AsyncQueue<int> queue = new();
            bool flag = true;
            CoroTask? kept;

            public CoroTask? Kept => kept;

            async Coro Work() => await Coro.Yield();

            {{member}}

            async Coro Main(TaskGroup group, BackgroundTasks background)
            {
                await Coro.Yield();
                {{statements}}
            }
        }
        """;
}
