using System.Buffers.Binary;

using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Oracle;

/// <summary>What CPython wrote is read here, what is written here CPython reads and finds to be the same graph; and it is the same bytes.</summary>
public class GraphTests
{
    static int Count => Soak.IsLong ? 50_000 : 3000;

    [PythonFact]
    public void Graphs_ReadAndWritten_AreTheSameToCPython()
    {
        using var oracle = Python.Found!.Start("oracle.py", "0", Count.ToString());
        var errors = oracle.StandardError.ReadToEndAsync();
        var (takes, gives) = (oracle.StandardOutput.BaseStream, oracle.StandardInput.BaseStream);
        for (var done = 0; done < Count; done += 100)
        {
            // It sends a block before it takes one back, so nobody waits for the other with a full pipe.
            var block = Enumerable.Range(0, Math.Min(100, Count - done)).Select(_ => Receive(takes)).ToArray();
            foreach (var (index, message) in block.Index()) Send(gives, WriteAnew(message, done + index));
            gives.Flush();
        }
        var differences = System.Text.Encoding.UTF8.GetString(Receive(takes));
        Assert.True(differences.Length == 0, $"{differences}\n{(oracle.HasExited ? errors.Result : "")}");
    }

    static byte[] WriteAnew(byte[] message, int seed)
    {
        try
        {
            return Pickle.Dumps(Pickle.Loads(message.AsSpan(1)), new PickleOptions { Protocol = message[0] });
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return System.Text.Encoding.UTF8.GetBytes($"{seed}: {error.GetType().Name}: {error}");
        }
    }

    static byte[] Receive(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        stream.ReadExactly(head);
        var message = new byte[BinaryPrimitives.ReadInt32LittleEndian(head)];
        stream.ReadExactly(message);
        return message;
    }

    static void Send(Stream stream, byte[] message)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(head, message.Length);
        stream.Write(head);
        stream.Write(message);
    }
}
