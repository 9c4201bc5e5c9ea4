using Belay.Analyzers.SwallowedCancellation;

namespace Belay.Analyzers.Tests.SwallowedCancellation;

public class SwallowedCancellationTests
{
    [Theory]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (OperationCanceledException)|} { return; }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} { Log(); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception e)|} { Log(e); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (SystemException)|} { }")]
    [InlineData("try { await Work(); } {|BELAY002:catch|} { }")]
    [InlineData("while (true) { try { await Work(); } {|BELAY002:catch (Exception)|} { continue; } }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception e)|} { throw new InvalidOperationException(\"no\", e); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception)|} { if (flag) throw; }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException e)|} { if (flag) throw; else Log(e); }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { switch (number) { case 1: throw; default: break; } }")]
    [InlineData("try { await Task.Delay(1, Coro.Token); } {|BELAY002:catch (TaskCanceledException)|} { }")]
    [InlineData("var token = Coro.Token; try { await Task.Delay(1, token); } {|BELAY002:catch (TaskCanceledException)|} { }")]
    [InlineData("using var both = CancellationTokenSource.CreateLinkedTokenSource(Coro.Token); try { await Task.Delay(1, both.Token); } {|BELAY002:catch (TaskCanceledException)|} { }")]
    [InlineData("try { await Task.Delay(1).ConfigureAwait(false); } {|BELAY002:catch (Exception)|} { }")]
    [InlineData("try { await (flag ? Work() : task); } {|BELAY002:catch (CancelledException)|} { }")]
    [InlineData("for (var attempt = 0; ; attempt++) { try { await Work(); return; } {|BELAY002:catch (Exception)|} when (attempt < 3) { } }")]
    [InlineData("Func<Coro> inner = async () => { try { await Work(); } {|BELAY002:catch (CancelledException)|} { } }; await inner();")]
    [InlineData("async Coro Local() { try { await Work(); } {|BELAY002:catch (CancelledException)|} { } } await Local();")]
    [InlineData("try { await foreach (var line in lines) Log(); } {|BELAY002:catch (Exception)|} { }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (CancelledException)|} { task.Cancel(); }")]
    [InlineData("try { await Work(); } catch (IOException) { } {|BELAY002:catch (Exception)|} { }")]
    [InlineData("try { await Work(); } {|BELAY002:catch (Exception e)|} when (e is not IOException) { }")]
    public Task Catch_SwallowsCancellation_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("try { await Work(); } catch (CancelledException) { throw; }")]
    [InlineData("try { await Work(); } catch (CancelledException e) { Log(e); throw e; }")]
    [InlineData("try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { Log(e); }")]
    [InlineData("try { await Work(); } catch (Exception e) when (e is not CancelledException && flag) { Log(e); }")]
    [InlineData("try { await Work(); } catch (Exception e) when (!(e is OperationCanceledException)) { Log(e); }")]
    [InlineData("try { await Work(); } catch (Exception e) when (e is IOException or TimeoutException) { Log(e); }")]
    [InlineData("try { await Work(); } catch (Exception e) when (IsTransient(e)) { }")]
    [InlineData("try { await Work(); } catch (CancelledException) { throw; } catch (Exception e) { Log(e); }")]
    [InlineData("try { await Work(); } catch (OperationCanceledException) { throw; } catch { }")]
    [InlineData("try { await Work(); } catch (CancelledException) { Coro.CurrentTask.Uncancel(); }")]
    [InlineData("try { await Work(); } catch (CancelledException) { if (flag) throw; Coro.CurrentTask.Uncancel(); }")]
    [InlineData("try { await Work(); } catch (CancelledException) { if (Coro.CurrentTask.Uncancel() > 0) throw; }")]
    [InlineData("try { await Work(); } catch (CancelledException) { } Coro.CurrentTask.Uncancel();")]
    [InlineData("try { await task; } catch (CancelledException) { if (Coro.CurrentTask.Cancelling > 0) throw; }")]
    [InlineData("try { await Task.Delay(1, Coro.Token); } catch (OperationCanceledException) { if (Coro.Token.IsCancellationRequested) { Log(); throw; } Log(); }")]
    [InlineData("task.Cancel(); try { await task; } catch (CancelledException) { }")]
    [InlineData("try { task.Cancel(); await task; } catch (Exception) { }")]
    [InlineData("foreach (var one in tasks) one.Cancel(); try { await Coro.Gather(tasks); } catch (CancelledException) { }")]
    [InlineData("foreach (var one in tasks) { one.Cancel(); } foreach (var one in tasks) { try { await one; } catch (CancelledException) { } }")]
    [InlineData("task?.Cancel(); try { await Coro.WaitFor(task!, TimeSpan.FromSeconds(1)); } catch (OperationCanceledException) { }")]
    [InlineData("using var stop = new CancellationTokenSource(); var delay = Task.Delay(1, stop.Token); stop.Cancel(); try { await delay; } catch (OperationCanceledException) { }")]
    [InlineData("Coro.CurrentTask.Cancel(); try { await Work(); } catch (CancelledException) { }")]
    [InlineData("using var limit = new CancellationTokenSource(1); try { await Task.Delay(1, limit.Token); } catch (OperationCanceledException) when (limit.IsCancellationRequested) { }")]
    [InlineData("try { Log(); } catch (Exception) { }")]
    [InlineData("try { Func<Coro> later = async () => await Work(); Log(); } catch (Exception) { }")]
    [InlineData("try { await Work(); } catch (IOException) { }")]
    [InlineData("try { await Task.Delay(1); } catch (TaskCanceledException) { }")]
    [InlineData("try { await Work(); } catch (Exception e) { System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e).Throw(); }")]
    [InlineData("Exception? failure = null; try { await Work(); } catch (Exception e) { failure = e; } Log(); if (failure is not null) throw failure;")]
    [InlineData("System.Runtime.ExceptionServices.ExceptionDispatchInfo? kept = null; try { await Work(); } catch (Exception e) { kept = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e); } kept?.Throw();")]
    [InlineData("try { await Work(); } catch (Exception) { Log(); throw new CancelledException(\"stopped\"); }")]
    [InlineData("try { await Work(); } catch (Exception) { try { Log(); } finally { Log(); } throw; }")]
    [InlineData("try { await Work(); } catch (Exception) { foreach (var one in tasks) { if (flag) break; Log(); } throw; }")]
    [InlineData("try { await Work(); } catch (Exception) { while (true) { try { Log(); break; } catch (IOException) { } } throw; }")]
    [InlineData("async Task Outside() { try { await Task.Delay(1); } catch (Exception) { } } await Outside();")]
    [InlineData("await Coro.Cleanup(TimeSpan.FromSeconds(1), async () => { try { await Work(); } catch (Exception e) { Log(e); } });")]
    public Task Catch_OfAnotherKind_IsNotReported(string statements) => CheckAsync(statements);

    [Fact]
    public Task Catch_InAnIteratorOnTheLoop_IsReported() => RuleVerifier.VerifyAsync<SwallowedCancellationAnalyzer>(
        """
        class Program
        {
            async IAsyncEnumerable<int> Numbers()
            {
                try
                {
                    await Coro.Yield();
                }
                {|BELAY002:catch (Exception)|}
                {
                }

                yield return 1;
            }
        }
        """);

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<SwallowedCancellationAnalyzer>(In(statements));

    internal static string In(string statements) =>
        $$"""
        class Program
        {
            async Coro Work() => await Coro.Yield();

            static void Log(Exception? e = null) { }

            static bool IsTransient(Exception e) => e is IOException;

            async Coro Main(CoroTask task, CoroTask[] tasks, IAsyncEnumerable<string> lines, bool flag, int number)
            {
                {{statements}}
                await Work();
            }
        }
        """;
}
