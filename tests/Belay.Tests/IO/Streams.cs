using System.Text;

namespace Belay.Tests.IO;

/// <summary>What the tests of streams share.</summary>
static class Streams
{
    public static (FakeTransport Transport, ByteReader Reader) Reader(int limit = ByteReader.DefaultLimit)
    {
        var transport = new FakeTransport();
        return (transport, new ByteReader(transport, limit));
    }

    public static string Text(this byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public static byte[] Bytes(this string text) => Encoding.UTF8.GetBytes(text);

    public static async Coro<string> ReadTextAsync(this ByteReader reader, int count)
    {
        var buffer = new byte[count];
        return buffer[..await reader.ReadAsync(buffer)].Text();
    }
}
