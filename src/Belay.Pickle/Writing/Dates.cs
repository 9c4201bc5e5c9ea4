using System.Buffers.Binary;

namespace Belay.Pickling;

/// <summary>Dates and times as Python packs them: to the microsecond, what is less is dropped.</summary>
static class Dates
{
    const int Fold = 0x80;

    public static PickleReduction Reduce(object value, Pickler pickler) => value switch
    {
        DateTime { Kind: DateTimeKind.Unspecified } time => DateTime(time, null),
        DateTime { Kind: DateTimeKind.Utc } time => DateTime(time, pickler.Zone(TimeSpan.Zero)),
        DateTime time => Reduce(new DateTimeOffset(time), pickler),
        DateTimeOffset time => DateTime(time.DateTime, pickler.Zone(time.Offset)),
        PyDateTime time => DateTime(time.Value, time.Zone, time.IsFold),
        DateOnly date => PickleReduction.Call(Known.Date, Pack(date, 4)),
        TimeOnly time => Time(time, null),
        PyTime time => Time(time.Value, time.Zone, time.IsFold),
        TimeSpan time => Reduce(time),
        PyTimeZone { Name: null } zone => PickleReduction.Call(Known.TimeZone, zone.Offset),
        PyTimeZone zone => PickleReduction.Call(Known.TimeZone, zone.Offset, zone.Name),
        _ => throw new ArgumentException("This is no date or time.", nameof(value)),
    };

    static PickleReduction DateTime(DateTime value, object? zone, bool isFold = false)
    {
        var packed = Pack(DateOnly.FromDateTime(value), 10);
        Pack(TimeOnly.FromDateTime(value), packed.AsSpan(4));
        if (isFold) packed[2] |= Fold;
        return zone is null ? PickleReduction.Call(Known.DateTime, packed) : PickleReduction.Call(Known.DateTime, packed, zone);
    }

    static PickleReduction Time(TimeOnly value, object? zone, bool isFold = false)
    {
        var packed = new byte[6];
        Pack(value, packed);
        if (isFold) packed[0] |= Fold;
        return zone is null ? PickleReduction.Call(Known.Time, packed) : PickleReduction.Call(Known.Time, packed, zone);
    }

    static PickleReduction Reduce(TimeSpan value)
    {
        var (days, rest) = Math.DivRem(value.Ticks, TimeSpan.TicksPerDay);
        if (rest < 0) (days, rest) = (days - 1, rest + TimeSpan.TicksPerDay);
        var (seconds, fraction) = Math.DivRem(rest, TimeSpan.TicksPerSecond);
        return PickleReduction.Call(Known.TimeDelta, days, seconds, fraction / TimeSpan.TicksPerMicrosecond);
    }

    static byte[] Pack(DateOnly date, int length)
    {
        var packed = new byte[length];
        BinaryPrimitives.WriteUInt16BigEndian(packed, (ushort)date.Year);
        packed[2] = (byte)date.Month;
        packed[3] = (byte)date.Day;
        return packed;
    }

    static void Pack(TimeOnly time, Span<byte> packed)
    {
        packed[0] = (byte)time.Hour;
        packed[1] = (byte)time.Minute;
        packed[2] = (byte)time.Second;
        var microseconds = time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
        packed[3] = (byte)(microseconds >> 16);
        packed[4] = (byte)(microseconds >> 8);
        packed[5] = (byte)microseconds;
    }
}
