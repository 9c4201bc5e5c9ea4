using Belay.Analyzers.CleanupAwait;

namespace Belay.Analyzers.Tests.CleanupAwait;

public class CleanupAwaitTests
{
    [Theory]
    [InlineData("try { await Work(); } finally { {|BELAY005:await Close()|}; }")]
    [InlineData("try { Log(); } finally { {|BELAY005:await Close()|}; }")]
    [InlineData("try { await Work(); } finally { Log(); {|BELAY005:await Close()|}; await Close(); }")]
    [InlineData("try { await Work(); } finally { if (flag) {|BELAY005:await Close()|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY005:await Task.Delay(1)|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY005:await task|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY005:await (flag ? Close() : Work())|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY005:await stream.DisposeAsync().ConfigureAwait(false)|}; }")]
    [InlineData("try { await Work(); } finally { {|BELAY005:await foreach (var line in lines)|} Log(); }")]
    [InlineData("try { await Work(); } catch (CancelledException) { {|BELAY005:await Close()|}; throw; }")]
    [InlineData("try { await Work(); } catch (OperationCanceledException) { {|BELAY005:await Close()|}; throw; }")]
    [InlineData("try { await Work(); } catch (Exception) { {|BELAY005:await Close()|}; throw; }")]
    [InlineData("try { await Work(); } catch { {|BELAY005:await Close()|}; throw; }")]
    [InlineData("try { await Work(); } catch (CancelledException) { {|BELAY005:await Close()|}; throw; } finally { {|BELAY005:await Close()|}; }")]
    [InlineData("try { await Work(); } finally { try { {|BELAY005:await Close()|}; } catch (IOException) { } }")]
    [InlineData("Func<Coro> inner = async () => { try { await Work(); } finally { {|BELAY005:await Close()|}; } }; await inner();")]
    [InlineData("async Coro Local() { try { await Work(); } finally { {|BELAY005:await Close()|}; } } await Local();")]
    public Task Await_InCleaningUp_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(1), async () => await Close()); }")]
    [InlineData("try { await Work(); } finally { await Coro.Cleanup(TimeSpan.FromSeconds(1), Close); }")]
    [InlineData("await Coro.Cleanup(TimeSpan.FromSeconds(1), async () => { try { await Work(); } finally { await Close(); } });")]
    [InlineData("try { await Work(); } finally { await using var other = stream; Log(); }")]
    [InlineData("await using var other = stream; await Work();")]
    [InlineData("try { await Work(); } finally { Log(); }")]
    [InlineData("try { await Work(); } catch (IOException) { await Close(); }")]
    [InlineData("try { await Work(); } catch (Exception e) when (e is not OperationCanceledException) { await Close(); }")]
    [InlineData("try { await Work(); } catch (CancelledException) { throw; } catch (Exception) { await Close(); }")]
    [InlineData("try { Log(); } catch (Exception) { await Close(); }")]
    [InlineData("try { await Work(); } finally { Func<Coro> later = Close; Log(); }")]
    [InlineData("try { await Work(); } finally { Func<Coro> later = async () => await Close(); Log(); }")]
    [InlineData("async Task Outside() { try { await Task.Delay(1); } finally { await Task.Delay(1); } } await Outside();")]
    [InlineData("try { await Work(); await Close(); } finally { }")]
    public Task Await_ElsewhereOrHeld_IsNotReported(string statements) => CheckAsync(statements);

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<CleanupAwaitAnalyzer>(In(statements));

    internal static string In(string statements) =>
        $$"""
        class Program
        {
            async Coro Work() => await Coro.Yield();

            async Coro Close() => await Coro.Yield();

            static void Log() { }

            async Coro Main(CoroTask task, Stream stream, IAsyncEnumerable<string> lines, bool flag)
            {
                {{statements}}
                await Work();
            }
        }
        """;
}
