using System.Buffers;
using System.Net.Sockets;

namespace HubSample.Net;

/// <summary>Cuts what a socket receives into lines. Bytes, not text: what they mean is for whoever reads them.</summary>
sealed class LineReader(Socket socket) : IDisposable
{
    /// <summary>The longest line, in bytes, without its end.</summary>
    public const int MaxLength = 64 * 1024;

    byte[] _buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
    int _start;
    int _searched;
    int _end;

    /// <summary>The next line without its LF or CR LF, valid until the next call; null once the other side has hung up (what stood after its last line end is no line).</summary>
    /// <exception cref="BadLineException">The line is longer than <see cref="MaxLength"/>.</exception>
    public async Coro<ReadOnlyMemory<byte>?> ReadLineAsync()
    {
        while (true)
        {
            if (TryTakeLine(out var line))
            {
                return line;
            }

            MakeRoom();
            // The token, because the buffer is handed over: the await ends when the receive does, and only then
            // may Dispose give the buffer back.
            var count = await socket.ReceiveAsync(_buffer.AsMemory(_end), Coro.Token);
            if (count == 0)
            {
                return null;
            }

            _end += count;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _searched = _end = 0;
    }

    bool TryTakeLine(out ReadOnlyMemory<byte> line)
    {
        var found = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
        var lineEnd = found < 0 ? _end : _searched + found;
        if (lineEnd - _start > MaxLength)
        {
            throw new BadLineException($"line longer than {MaxLength} bytes");
        }

        if (found < 0)
        {
            _searched = _end;
            line = default;
            return false;
        }

        var start = _start;
        _start = _searched = lineEnd + 1;
        if (lineEnd > start && _buffer[lineEnd - 1] == '\r')
        {
            lineEnd--;
        }

        line = _buffer.AsMemory(start, lineEnd - start);
        return true;
    }

    void MakeRoom()
    {
        if (_start == _end)
        {
            _start = _searched = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            // Half a line that stands at the front already needs a larger buffer; the limit on lines bounds it.
            var target = _start > 0 ? _buffer : ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(_start, _end - _start).CopyTo(target);
            _end -= _start;
            _searched -= _start;
            _start = 0;
            if (target != _buffer)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = target;
            }
        }
    }
}
