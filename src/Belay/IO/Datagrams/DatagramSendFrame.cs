using System.Net;

namespace Belay;

/// <summary>A datagram on its way to the system: behind those before it, then in flight.</summary>
internal sealed class DatagramSendFrame : WaiterFrame<VoidResult>
{
    static readonly FrameType<DatagramSendFrame> s_type = new();

    DatagramSender _sender = null!;
    ReadOnlyMemory<byte> _data;
    IPEndPoint? _remote;
    bool _isInFlight;

    internal static Coro Make(DatagramSender sender, ReadOnlyMemory<byte> data, IPEndPoint? remote)
    {
        var frame = s_type.TryRent() ?? new DatagramSendFrame();
        frame._sender = sender;
        frame._data = data;
        frame._remote = remote;
        return new Coro(frame, frame.Version);
    }

    internal override string Name => "DatagramEndpoint.SendAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Begin()
    {
        if (_sender.Loop != ((TaskStrand)Strand).Loop) SetException(Misuse.TwoLoops());
        else if (_sender.Waiters.IsClaimed) WaitIn(_sender.Waiters);
        else GoOn();
    }

    private protected override void GoOn()
    {
        try
        {
            if (_isInFlight) _sender.ThrowIfFailed();
            else if (_sender.IsPending)
            {
                WaitIn(_sender.Waiters);
                return;
            }
            else if (!_sender.Begin(_data.Span, _remote))
            {
                _isInFlight = true;
                WaitIn(_sender.InFlight);
                return;
            }
            SetResult(default);
        }
        catch (Exception failure)
        {
            SetException(failure);
        }
        if (!_isInFlight) _sender.Waiters.WakeNext();
    }

    /// <summary>One in flight is sent all the same, and wakes the next when it is done.</summary>
    private protected override void GiveUp(bool wasWoken)
    {
        if (wasWoken && !_isInFlight) _sender.Waiters.WakeNext();
    }

    internal override void Recycle()
    {
        _sender = null!;
        _data = default;
        _remote = null;
        _isInFlight = false;
        ReturnToPool();
    }
}
