using System.Buffers.Binary;

namespace Belay.Pickling;

/// <content>Dates and times: Python packs them into a few bytes.</content>
static partial class Builtins
{
    const int Fold = 0x80;

    static IEnumerable<PickledGlobal> Dates() =>
    [
        new("datetime", "date", static arguments =>
        {
            arguments.Expect(1, 1);
            return MakeDate(Packed(arguments, 4), "date");
        }),
        new("datetime", "datetime", MakeDateTime),
        new("datetime", "time", MakeTime),
        new("datetime", "timedelta", MakeTimeDelta),
        new("datetime", "timezone", static arguments =>
        {
            arguments.Expect(1, 2);
            var offset = arguments.Get<TimeSpan>(0);
            return offset.Duration() < TimeSpan.FromDays(1)
                ? new PyTimeZone(offset, arguments.Count == 2 ? arguments.Get<string>(1) : null)
                : throw new PickleException("the offset of a timezone is a day or more");
        }),
    ];

    static ReadOnlySpan<byte> Packed(PickleArguments arguments, int length)
    {
        var bytes = arguments[0] switch
        {
            byte[] given => given,
            string given => Latin1(given),      // as Python 2 wrote it
            var other => throw new PickleException($"a date or time is made of bytes, not of {Describe.Value(other)}"),
        };
        return bytes.Length == length ? bytes : throw new PickleException($"{bytes.Length} bytes came where {length} make a date or time");
    }

    static DateOnly MakeDate(ReadOnlySpan<byte> packed, string what)
    {
        int year = BinaryPrimitives.ReadUInt16BigEndian(packed), month = packed[2], day = packed[3];
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : throw new PickleException($"there is no such {what}");
    }

    static TimeOnly MakeTime(ReadOnlySpan<byte> packed)
    {
        int hour = packed[0] & ~Fold, minute = packed[1], second = packed[2], microsecond = (packed[3] << 16) | (packed[4] << 8) | packed[5];
        return hour < 24 && minute < 60 && second < 60 && microsecond < 1_000_000
            ? new(hour, minute, second, microsecond / 1000, microsecond % 1000)
            : throw new PickleException("there is no such time");
    }

    static object MakeDateTime(PickleArguments arguments)
    {
        arguments.Expect(1, 2);
        var packed = Packed(arguments, 10).ToArray();
        var isFold = (packed[2] & Fold) != 0;
        packed[2] &= unchecked((byte)~Fold);
        var value = MakeDate(packed, "datetime").ToDateTime(MakeTime(packed.AsSpan(4)));
        var zone = arguments.Count == 2 ? arguments[1] : null;
        if (isFold || zone is not (null or PyTimeZone { Name: null })) return new PyDateTime(value, zone, isFold);
        if (zone is null) return value;
        var offset = ((PyTimeZone)zone).Offset;
        var utc = value.Ticks - offset.Ticks;
        return offset.Ticks % TimeSpan.TicksPerMinute == 0 && offset.Duration() <= TimeSpan.FromHours(14) && utc >= 0 && utc <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(value, offset)
            : new PyDateTime(value, zone);
    }

    static object MakeTime(PickleArguments arguments)
    {
        arguments.Expect(1, 2);
        var packed = Packed(arguments, 6);
        var isFold = (packed[0] & Fold) != 0;
        var value = MakeTime(packed);
        var zone = arguments.Count == 2 ? arguments[1] : null;
        return isFold || zone is not null ? new PyTime(value, zone, isFold) : value;
    }

    static object MakeTimeDelta(PickleArguments arguments)
    {
        arguments.Expect(0, 3);
        Int128 ticks = 0;
        ReadOnlySpan<long> units = [TimeSpan.TicksPerDay, TimeSpan.TicksPerSecond, TimeSpan.TicksPerMicrosecond];
        for (var i = 0; i < arguments.Count; i++) ticks += (Int128)arguments.Get<long>(i) * units[i];
        return ticks >= long.MinValue && ticks <= long.MaxValue
            ? new TimeSpan((long)ticks)
            : throw new PickleException("the timedelta is longer than a TimeSpan can be, 10,675,199 days");
    }
}
