namespace Belay.Tests.Diagnostics;

public class StackLinesTests
{
    [Theory]
    [InlineData("   at N.Type.Method(String text, Int32 n) in /src/a b/File.cs:line 12", "N.Type.Method in /src/a b/File.cs:12")]
    [InlineData(@"   at N.Type.Method() in C:\in here\File.cs:line 12", @"N.Type.Method in C:\in here\File.cs:12")]
    [InlineData("at N.Type.Method in File.cs:line 3", "N.Type.Method in File.cs:3")]
    [InlineData("at N.Type.Method in File.cs:3", "N.Type.Method in File.cs:3")]
    [InlineData("   at N.Type.Method[T](T value)", "N.Type.Method")]
    [InlineData("   at N.Type.<Run>d__3.MoveNext() + 0x1c", "N.Type.Run")]
    [InlineData("   at N.Type.<Run>d__3`1.MoveNext() in File.cs:line 4\r", "N.Type.Run in File.cs:4")]
    [InlineData("   at N.Type.<>c.<<Run>b__0_0>d.MoveNext()", "N.Type.Run.lambda")]
    [InlineData("   at Program!<BaseAddress>+0x4a3c", "Program!<BaseAddress>+0x4a3c")]
    [InlineData("   at N.Type.Take(ValueTuple`2[] pairs)", "N.Type.Take")]
    [InlineData("   at Belay.Samples.Hub.Serve()", "Belay.Samples.Hub.Serve")]
    [InlineData("something else", "something else")]
    public void Read_AFrame_IsMethodAndPlace(string line, string expected) => Assert.Equal([expected], StackLines.Read(line));

    [Theory]
    [InlineData("   at Belay.Frame`1.Take(Int32 version) in Frame.cs:line 9")]
    [InlineData("   at Belay.TaskGroup.<Run>d__4.MoveNext()")]
    [InlineData("   at Belay.TaskGroup.<>c.<Run>b__4_0()")]
    [InlineData("   at Belay.CoroTask..ctor()")]
    [InlineData("   at System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(Exception source)")]
    [InlineData("   at System.Runtime.CompilerServices.TaskAwaiter.ThrowForNonSuccess(Task task)")]
    [InlineData("   at System.Threading.ExecutionContext.RunFromThreadPoolDispatchLoop(Thread threadPoolThread)")]
    [InlineData("   at System.Threading.Tasks.Task`1.InnerInvoke()")]
    [InlineData("--- End of stack trace from previous location ---")]
    [InlineData("--- End of stack trace from previous location where exception was thrown ---")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Read_Machinery_IsLeftOut(string? trace) => Assert.Empty(StackLines.Read(trace));
}
