using Belay.Analyzers.BlockingCall;

namespace Belay.Analyzers.Tests.BlockingCall;

public class BlockingCallTests
{
    [Theory]
    [InlineData("{|BELAY007:Thread.Sleep(100)|};")]
    [InlineData("{|BELAY007:Thread.Sleep(TimeSpan.FromSeconds(1))|};")]
    [InlineData("{|BELAY007:task.Wait()|};")]
    [InlineData("{|BELAY007:task.Wait(100)|};")]
    [InlineData("_ = {|BELAY007:number.Result|};")]
    [InlineData("_ = {|BELAY007:number.Result|}.ToString();")]
    [InlineData("_ = {|BELAY007:Count().Result|};")]
    [InlineData("{|BELAY007:task.GetAwaiter().GetResult()|};")]
    [InlineData("_ = {|BELAY007:Count().ConfigureAwait(false).GetAwaiter().GetResult()|};")]
    [InlineData("{|BELAY007:Task.WaitAll(task, number)|};")]
    [InlineData("{|BELAY007:Task.WaitAny(task, number)|};")]
    [InlineData("_ = {|BELAY007:File.ReadAllText(path)|};")]
    [InlineData("{|BELAY007:File.WriteAllText(path, path)|};")]
    [InlineData("foreach (var line in {|BELAY007:File.ReadLines(path)|}) Log(line);")]
    [InlineData("_ = {|BELAY007:stream.Read(bytes, 0, 1)|};")]
    [InlineData("{|BELAY007:stream.CopyTo(stream)|};")]
    [InlineData("{|BELAY007:stream.Flush()|};")]
    [InlineData("_ = {|BELAY007:reader.ReadLine()|};")]
    [InlineData("_ = {|BELAY007:reader.ReadToEnd()|};")]
    [InlineData("_ = {|BELAY007:socket.Receive(bytes)|};")]
    [InlineData("_ = {|BELAY007:socket.Accept()|};")]
    [InlineData("{|BELAY007:socket.Send(bytes, 0)|};")]
    [InlineData("_ = {|BELAY007:Console.ReadLine()|};")]
    [InlineData("_ = {|BELAY007:Console.In.ReadLine()|};")]
    [InlineData("_ = {|BELAY007:Console.ReadKey()|};")]
    [InlineData("{|BELAY007:process.WaitForExit()|};")]
    [InlineData("_ = {|BELAY007:System.Net.Dns.GetHostAddresses(path)|};")]
    [InlineData("_ = {|BELAY007:client.Send(new())|};")]
    [InlineData("{|BELAY007:slots.Wait()|};")]
    [InlineData("{|BELAY007:ready.Wait()|};")]
    [InlineData("{|BELAY007:ready.WaitHandle.WaitOne()|};")]
    [InlineData("{|BELAY007:thread.Join()|};")]
    [InlineData("_ = {|BELAY007:jobs.Take()|};")]
    [InlineData("var wait = number; _ = {|BELAY007:wait.Result|};")]
    [InlineData("new List<int> { 1 }.ForEach(item => {|BELAY007:Thread.Sleep(item)|});")]
    [InlineData("_ = tasks.Select(item => {|BELAY007:item.Result|}).ToList();")]
    [InlineData("void Pause() { {|BELAY007:Thread.Sleep(1)|}; } Pause();")]
    [InlineData("Action pause = () => {|BELAY007:Thread.Sleep(1)|}; pause();")]
    [InlineData("Func<Coro> inner = async () => {|BELAY007:Thread.Sleep(1)|}; await inner();")]
    [InlineData("async Task Outer() { await Coro.Yield(); {|BELAY007:Thread.Sleep(1)|}; } await Outer();")]
    [InlineData("_ = {|BELAY007:new MyStream().Read(bytes, 0, 1)|};")]
    public Task Call_BlocksTheLoop_IsReported(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("await Coro.Sleep(TimeSpan.FromSeconds(1));")]
    [InlineData("await task; _ = await number;")]
    [InlineData("await number; _ = number.Result;")]
    [InlineData("await Task.WhenAll(task, number); _ = number.Result;")]
    [InlineData("await Task.WhenAll(tasks); _ = tasks.Select(item => item.Result).ToList();")]
    [InlineData("await Task.WhenAll(tasks); foreach (var item in tasks) _ = item.Result;")]
    [InlineData("await Task.WhenAll(tasks); _ = tasks[0].Result;")]
    [InlineData("var first = await Task.WhenAny(tasks); _ = first.Result;")]
    [InlineData("_ = (await Task.WhenAny(tasks)).Result;")]
    [InlineData("await foreach (var item in Task.WhenEach(tasks)) _ = item.Result;")]
    [InlineData("if (number.IsCompleted) _ = number.Result;")]
    [InlineData("if (number.IsCompletedSuccessfully) _ = number.GetAwaiter().GetResult();")]
    [InlineData("_ = Task.FromResult(1).Result;")]
    [InlineData("Task.CompletedTask.Wait();")]
    [InlineData("await Coro.ToThread(() => Thread.Sleep(1));")]
    [InlineData("await Coro.ToThread(() => { void Pause() => Thread.Sleep(1); Pause(); });")]
    [InlineData("void Pause() => Thread.Sleep(1); await Coro.ToThread(Pause);")]
    [InlineData("await Task.Run(() => File.ReadAllText(path));")]
    [InlineData("await number.ContinueWith(done => done.Result);")]
    [InlineData("var worker = new Thread(() => Thread.Sleep(1)); worker.Start();")]
    [InlineData("_ = slots.Wait(0); _ = slots.Wait(TimeSpan.Zero); _ = task.Wait(0);")]
    [InlineData("lock (path) { Log(path); }")]
    [InlineData("await using var file = File.OpenRead(path);")]
    [InlineData("_ = File.Exists(path);")]
    [InlineData("using var memory = new MemoryStream(); memory.Write(bytes, 0, 1);")]
    [InlineData("Stream memory = new MemoryStream(); memory.Write(bytes, 0, 1);")]
    [InlineData("_ = new StringReader(path).ReadLine();")]
    [InlineData("Console.WriteLine(path); Console.Out.Write(path);")]
    [InlineData("connection.Write(path); queue.TryPut(1);")]
    [InlineData("_ = future.Result;")]
    [InlineData("async Task Outside() { await Task.Delay(1); Thread.Sleep(1); } await Outside();")]
    [InlineData("Func<Task<int>> make = Count; _ = nameof(number.Result);")]
    [InlineData("_ = new Answer().Result; new Answer().Wait();")]
    public Task Call_DoesNotBlock_IsNotReported(string statements) => CheckAsync(statements);

    [Fact]
    public Task Call_OutsideOfCoroutines_IsNotReported() => CheckAsync("await Coro.Yield();", "static void Plain() { Thread.Sleep(1); File.ReadAllText(\"a\"); }");

    static Task CheckAsync(string statements, string members = "") => RuleVerifier.VerifyAsync<BlockingCallAnalyzer>(In(statements, members));

    internal static string In(string statements, string members = "") =>
        $$"""
        class Answer
        {
            public int Result => 1;
            public void Wait() { }
        }

        class MyStream : MemoryStreamLike
        {
            public override int Read(byte[] buffer, int offset, int count) => 0;
        }

        abstract class MemoryStreamLike : Stream
        {
            public override bool CanRead => true;
            public override bool CanSeek => false;
            public override bool CanWrite => false;
            public override long Length => 0;
            public override long Position { get; set; }
            public override void Flush() { }
            public override long Seek(long offset, SeekOrigin origin) => 0;
            public override void SetLength(long value) { }
            public override void Write(byte[] buffer, int offset, int count) { }
        }

        class Program
        {
            static void Log(string line) { }

            async Task<int> Count()
            {
                await Task.Delay(1);
                return 1;
            }
            {{members}}
            async Coro Main(
                Task task, Task<int> number, Task<int>[] tasks, Future<int> future, string path, byte[] bytes, Stream stream, StreamReader reader,
                System.Net.Sockets.Socket socket, System.Diagnostics.Process process, HttpClient client, SemaphoreSlim slots, ManualResetEventSlim ready,
                Thread thread, System.Collections.Concurrent.BlockingCollection<int> jobs, Connection connection, AsyncQueue<int> queue)
            {
                {{statements}}
                await Coro.Yield();
            }
        }
        """;
}
