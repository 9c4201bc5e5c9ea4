using Belay.Tests.Support;

namespace Belay.Tests.IO;

public sealed class DescriptorTests
{
    [LinuxFact]
    public void Descriptors_AfterConnectionsOfAllKindsAndEnds_AreAllClosed()
    {
        var program = ChildProgram.Run("counts-descriptors");

        Assert.Equal((0, ""), (program.ExitCode, program.Error));
        Assert.Equal(["leaked 0"], program.Output);
    }

    [LinuxFact]
    public void Server_WithoutADescriptorLeft_SaysSoAndTakesTheClientLater()
    {
        var program = ChildProgram.Run("runs-out-of-descriptors");

        Assert.Equal((0, ""), (program.ExitCode, program.Error));
        Assert.Equal(4, program.Output.Count);
        Assert.Equal("hello", program.Output[0]);
        Assert.Matches(@"^reported: The server on 127\.0\.0\.1:\d+ cannot accept a client, and tries again$", program.Output[1]);
        Assert.Equal(["clients: 0", "hello"], program.Output.Skip(2));
    }
}
