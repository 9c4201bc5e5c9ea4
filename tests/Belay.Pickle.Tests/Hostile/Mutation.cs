namespace Belay.Pickling.Tests.Hostile;

/// <summary>A pickle with something changed in it.</summary>
static class Mutation
{
    // All opcodes there are, so that most changes still are a pickle.
    static readonly byte[] _opcodes = [.. "(.012FIJKLMNPQRSTUVXabcde}ghijl]opqrst)uGBC"u8, .. Enumerable.Range(0x80, 0x19).Select(code => (byte)code)];

    static readonly byte[] _marks = [0, 1, 2, 3, 127, 128, 255, (byte)'\n', (byte)'('];

    public static byte[] Of(byte[][] seeds, Random random)
    {
        var pickle = new List<byte>(seeds[random.Next(seeds.Length)]);
        for (var changes = 1 + random.Next(4); changes > 0 && pickle.Count > 0; changes--) Change(pickle, seeds, random);
        return [.. pickle];
    }

    static void Change(List<byte> pickle, byte[][] seeds, Random random)
    {
        var at = random.Next(pickle.Count);
        switch (random.Next(8))
        {
            case 0:
                pickle[at] = (byte)random.Next(256);
                break;
            case 1:
                pickle[at] = _opcodes[random.Next(_opcodes.Length)];
                break;
            case 2:
                pickle[at] = _marks[random.Next(_marks.Length)];
                break;
            case 3:
                pickle.Insert(at, _opcodes[random.Next(_opcodes.Length)]);
                break;
            case 4:
                pickle.RemoveRange(at, Math.Min(random.Next(1, 9), pickle.Count - at));
                break;
            case 5:
                var from = random.Next(pickle.Count);
                pickle.InsertRange(at, pickle.GetRange(from, Math.Min(random.Next(1, 40), pickle.Count - from)));
                break;
            case 6:
                var other = seeds[random.Next(seeds.Length)];
                var begin = random.Next(other.Length);
                pickle.InsertRange(at, other.AsSpan(begin, Math.Min(random.Next(1, 60), other.Length - begin)).ToArray());
                break;
            default:
                pickle[at] ^= (byte)(1 << random.Next(8));
                break;
        }
    }
}
