using Belay.Analyzers.TokenNotPassed;

namespace Belay.Analyzers.Tests.TokenNotPassed;

public class TokenNotPassedTests
{
    [Theory]
    [InlineData("await {|BELAY011:Task.Delay(1)|};")]
    [InlineData("await {|BELAY011:Task.Delay(1)|}.ConfigureAwait(false);")]
    [InlineData("var delay = {|BELAY011:Task.Delay(1)|}; await delay;")]
    [InlineData("_ = await {|BELAY011:client.GetStringAsync(path)|};")]
    [InlineData("_ = await {|BELAY011:File.ReadAllTextAsync(path)|};")]
    [InlineData("_ = await {|BELAY011:stream.ReadAsync(bytes, 0, 1)|};")]
    [InlineData("_ = await {|BELAY011:stream.ReadAsync(bytes.AsMemory())|};")]
    [InlineData("_ = await {|BELAY011:reader.ReadLineAsync()|};")]
    [InlineData("await {|BELAY011:slots.WaitAsync()|};")]
    [InlineData("await {|BELAY011:process.WaitForExitAsync()|};")]
    [InlineData("await {|BELAY011:task.WaitAsync(TimeSpan.FromSeconds(1))|};")]
    [InlineData("await foreach (var item in {|BELAY011:channel.ReadAllAsync()|}) Log();")]
    [InlineData("await {|BELAY011:Own()|};")]
    [InlineData("await {|BELAY011:path.Extended()|};")]
    [InlineData("await (flag ? {|BELAY011:Task.Delay(1)|} : {|BELAY011:Task.Delay(2)|});")]
    [InlineData("Func<Coro> inner = async () => await {|BELAY011:Task.Delay(1)|}; await inner();")]
    [InlineData("async Coro Local() => await {|BELAY011:Task.Delay(1)|}; await Local();")]
    [InlineData("async Coro Local(CancellationToken {|BELAY011:token|}) => await Task.Delay(1, token); await Local(default);")]
    public Task Token_LeftOutOrTaken_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("public async Coro Save(CancellationToken {|BELAY011:token|}) => await Task.Delay(1, token);")]
    [InlineData("public async Coro<int> Save(int number, CancellationToken {|BELAY011:token|} = default) { await Task.Delay(1, token); return number; }")]
    [InlineData("public Coro Save(CancellationToken {|BELAY011:token|}) => Coro.CompletedCoro;")]
    public Task Parameter_OfCoroutine_IsReported(string member) => CheckAsync("", member);

    [Theory]
    [InlineData("await Task.Delay(1, Coro.Token);")]
    [InlineData("await Task.Delay(1, CancellationToken.None);")]
    [InlineData("await Task.Delay(1, default);")]
    [InlineData("_ = await client.GetStringAsync(path, cancellationToken: Coro.Token);")]
    [InlineData("await Coro.Sleep(TimeSpan.FromSeconds(1));")]
    [InlineData("await Task.WhenAll(task, task);")]
    [InlineData("await task.ContinueWith(done => { });")]
    [InlineData("await Coro.RunAsync(Work());")]
    [InlineData("await Coro.ToThread(() => { Task.Delay(1); });")]
    [InlineData("await Task.Run(async () => await Task.Delay(1));")]
    [InlineData("await foreach (var item in channel.ReadAllAsync().WithCancellation(Coro.Token).ConfigureAwait(false)) Log();")]
    [InlineData("await stream.DisposeAsync();")]
    [InlineData("task.Wait(1);")]
    [InlineData("async Task Outside() => await Task.Delay(1); await Outside();")]
    [InlineData("await Generic<int>();")]
    [InlineData("Func<CancellationToken, Coro> work = async token => await Task.Delay(1, token); await work(Coro.Token);")]
    public Task Token_GivenOrNotWanted_IsNotReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("public async Task Save(CancellationToken token) => await Task.Delay(1, token);")]
    [InlineData("public async Coro Handle(CancellationToken token) => await Task.Delay(1, token);")]
    [InlineData("public void Save(CancellationToken token) { }")]
    public Task Parameter_OfAnother_IsNotReported(string member) => CheckAsync("", member);

    static Task CheckAsync(string statements, string members = "") => RuleVerifier.VerifyAsync<TokenNotPassedAnalyzer>(In(statements, members));

    internal static string In(string statements, string members = "") =>
        $$"""
        interface IHandler
        {
            Coro Handle(CancellationToken {|BELAY011:token|}) => Coro.CompletedCoro;
        }

        static class Extensions
        {
            public static Task Extended(this string text) => Task.CompletedTask;
            public static Task Extended(this string text, CancellationToken token) => Task.CompletedTask;
        }

        class Program : IHandler
        {
            async Coro Work() => await Coro.Yield();
            Task Own(CancellationToken token = default) => Task.CompletedTask;
            Task<T?> Generic<T>() => Task.FromResult<T?>(default);
            Task<T?> Generic<T>(T one, CancellationToken token) => Task.FromResult<T?>(default);
            static void Log() { }
            {{members}}
            async Coro Main(
                Task task, HttpClient client, string path, byte[] bytes, Stream stream, StreamReader reader, SemaphoreSlim slots,
                System.Diagnostics.Process process, System.Threading.Channels.ChannelReader<int> channel, bool flag)
            {
                {{statements}}
                await Work();
            }
        }
        """;
}
