using Belay.Analyzers.BlockingCall;

namespace Belay.Analyzers.Tests.BlockingCall;

public class BlockingCallFixTests
{
    const string AwaitIt = "Await it";
    const string OnAThread = "Run it on another thread";

    [Theory]
    [InlineData("{|BELAY007:Thread.Sleep(100)|};", "await Coro.Sleep(TimeSpan.FromMilliseconds(100));")]
    [InlineData("{|BELAY007:Thread.Sleep(TimeSpan.FromSeconds(1))|};", "await Coro.Sleep(TimeSpan.FromSeconds(1));")]
    [InlineData("{|BELAY007:task.Wait()|};", "await task;")]
    [InlineData("var got = {|BELAY007:number.Result|};", "var got = await number;")]
    [InlineData("_ = {|BELAY007:number.Result|}.ToString();", "_ = (await number).ToString();")]
    [InlineData("_ = {|BELAY007:Count().ConfigureAwait(false).GetAwaiter().GetResult()|};", "_ = await Count().ConfigureAwait(false);")]
    [InlineData("{|BELAY007:Task.WaitAll(task, number)|};", "await Task.WhenAll(task, number);")]
    [InlineData("Log({|BELAY007:File.ReadAllText(path)|});", "Log(await File.ReadAllTextAsync(path));")]
    [InlineData("_ = {|BELAY007:reader.ReadToEnd()|}.Length;", "_ = (await reader.ReadToEndAsync()).Length;")]
    [InlineData("{|BELAY007:slots.Wait()|};", "await slots.WaitAsync();")]
    [InlineData("{|BELAY007:stream.CopyTo(stream)|}; {|BELAY007:process.WaitForExit()|};", "await stream.CopyToAsync(stream); await process.WaitForExitAsync();")]
    public Task AwaitIt_Applied_AwaitsTheCounterpart(string before, string after) => FixAsync(before, AwaitIt, after);

    [Theory]
    [InlineData("_ = {|BELAY007:Console.ReadLine()|};", "_ = await Coro.ToThread(() => Console.ReadLine());")]
    [InlineData("{|BELAY007:ready.Wait()|};", "await Coro.ToThread(() => ready.Wait());")]
    [InlineData("{|BELAY007:thread.Join()|}; {|BELAY007:ready.WaitHandle.WaitOne()|};", "await Coro.ToThread(() => thread.Join()); await Coro.ToThread(() => ready.WaitHandle.WaitOne());")]
    [InlineData("{|BELAY007:task.Wait(100)|};", "await Coro.ToThread(() => task.Wait(100));")]
    public Task RunItOnAnotherThread_Applied_FreesTheLoop(string before, string after) => FixAsync(before, OnAThread, after);

    [Theory]
    [InlineData("{|BELAY007:Thread.Sleep(1)|};", AwaitIt)]
    [InlineData("void Pause() { {|BELAY007:Thread.Sleep(1)|}; } Pause();")]
    [InlineData("Span<byte> span = stackalloc byte[1]; _ = {|BELAY007:socket.Receive(span)|};")]
    public async Task Offers_Where_AreThoseThatCompile(string statements, params string[] offers) =>
        Assert.Equal(offers, await FixVerifier.OffersAsync<BlockingCallAnalyzer, BlockingCallFix>(BlockingCallTests.In(statements)));

    static Task FixAsync(string before, string title, string after) =>
        FixVerifier.VerifyAsync<BlockingCallAnalyzer, BlockingCallFix>(BlockingCallTests.In(before), title, BlockingCallTests.In(after));
}
