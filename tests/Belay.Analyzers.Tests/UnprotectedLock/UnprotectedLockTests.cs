using Belay.Analyzers.UnprotectedLock;

namespace Belay.Analyzers.Tests.UnprotectedLock;

public class UnprotectedLockTests
{
    [Theory]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; await Work();")]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; await Work(); gate.Release();")]
    [InlineData("_ = {|BELAY014:await gate.AcquireAsync()|}; await Work(); gate.Release();")]
    [InlineData("var held = {|BELAY014:await gate.AcquireAsync()|}; await Work(); held.Dispose();")]
    [InlineData("var held = {|BELAY014:await gate.AcquireAsync()|}; await Work();")]
    [InlineData("{|BELAY014:await slots.AcquireAsync()|}; await Work(); slots.Release();")]
    [InlineData("{|BELAY014:await changed.AcquireAsync()|}; changed.Notify(); changed.Release();")]
    [InlineData("{|BELAY014:await Coro.WaitFor(gate.AcquireAsync(), TimeSpan.FromSeconds(1))|}; await Work(); gate.Release();")]
    [InlineData("var coroutine = gate.AcquireAsync(); {|BELAY014:await coroutine|}; await Work(); gate.Release();")]
    [InlineData("if ({|BELAY014:gate.TryAcquire()|}) { await Work(); gate.Release(); }")]
    [InlineData("void Local() { if ({|BELAY014:gate.TryAcquire()|}) { number = 1; gate.Release(); } } Local();")]
    [InlineData("await {|BELAY014:old.WaitAsync()|}; await Work(); old.Release();")]
    [InlineData("await {|BELAY014:old.WaitAsync()|}.ConfigureAwait(false); await Work(); old.Release();")]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; await Work(); try { await Work(); } finally { gate.Release(); }")]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; try { await Work(); } finally { other.Release(); }")]
    [InlineData("{|BELAY014:await gate.AcquireAsync()|}; try { await Work(); gate.Release(); } catch (IOException) { }")]
    [InlineData("Func<Coro> inner = async () => { {|BELAY014:await gate.AcquireAsync()|}; await Work(); gate.Release(); }; await inner();")]
    [InlineData("async Coro Local() { {|BELAY014:await gate.AcquireAsync()|}; await Work(); gate.Release(); } await Local();")]
    [InlineData("{|BELAY014:await Enter()|}; await Work();")]
    public Task Acquisition_WithoutProtection_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("using (await gate.AcquireAsync()) await Work();")]
    [InlineData("using var held = await gate.AcquireAsync(); await Work();")]
    [InlineData("using (var held = await gate.AcquireAsync()) { await Work(); }")]
    [InlineData("using var held = await Coro.WaitFor(gate.AcquireAsync(), TimeSpan.FromSeconds(1)); await Work();")]
    [InlineData("var held = await gate.AcquireAsync(); using (held) await Work();")]
    [InlineData("var held = await gate.AcquireAsync(); try { await Work(); } finally { held.Dispose(); }")]
    [InlineData("await gate.AcquireAsync(); try { await Work(); } finally { gate.Release(); }")]
    [InlineData("await gate.AcquireAsync(); number = 1; try { await Work(); } finally { gate.Release(); }")]
    [InlineData("try { await gate.AcquireAsync(); await Work(); } finally { gate.Release(); }")]
    [InlineData("await gate.AcquireAsync(); try { await Work(); } finally { if (flag) gate.Release(); }")]
    [InlineData("await gate.AcquireAsync(); try { await Work(); } finally { Leave(); } void Leave() => gate.Release();")]
    [InlineData("if (gate.TryAcquire()) { try { await Work(); } finally { gate.Release(); } }")]
    [InlineData("if (!gate.TryAcquire()) return; try { await Work(); } finally { gate.Release(); }")]
    [InlineData("await old.WaitAsync(); try { await Work(); } finally { old.Release(); }")]
    [InlineData("await signal.AcquireAsync(); await Work();")]
    [InlineData("kept = await gate.AcquireAsync(); await Work();")]
    [InlineData("Hold(await gate.AcquireAsync());")]
    [InlineData("var held = await gate.AcquireAsync(); Hold(held);")]
    [InlineData("using (await Enter()) await Work();")]
    [InlineData("Func<Coro<AsyncLock.Releaser>> enter = async () => await gate.AcquireAsync(); using var held = await enter();")]
    [InlineData("(await gate.AcquireAsync()).Dispose();")]
    [InlineData("bool Take() => gate.TryAcquire(); _ = Take();")]
    [InlineData("void Take() { if (gate.TryAcquire()) number = 1; } Take();")]
    public Task Acquisition_Protected_IsNotReported(string statements) => CheckAsync(statements);

    static Task CheckAsync(string statements) => RuleVerifier.VerifyAsync<UnprotectedLockAnalyzer>(In(statements));

    internal static string In(string statements) =>
        $$"""
        class Program
        {
            readonly AsyncLock gate = new(), other = new();
            readonly AsyncSemaphore slots = new(3), signal = new(0);
            readonly AsyncCondition changed = new();
            readonly SemaphoreSlim old = new(1);
            AsyncLock.Releaser kept;
            int number;

            async Coro Work() => await Coro.Yield();

            void Tell() => signal.Release();

            async Coro<AsyncLock.Releaser> Enter() => await gate.AcquireAsync();

            void Hold(AsyncLock.Releaser releaser) => kept = releaser;

            async Coro Main(bool flag)
            {
                {{statements}}
                await Work();
            }
        }
        """;
}
