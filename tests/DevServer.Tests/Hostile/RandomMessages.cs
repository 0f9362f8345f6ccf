using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.Update.V1;

namespace TemporalVideo.DevServer.Tests.Hostile;

/// <summary>Fills messages with whatever their descriptors allow, sensible or not.</summary>
/// <param name="random">The source of chance.</param>
/// <param name="known">Names of things that exist, so that some requests reach further than the first check.</param>
internal sealed class RandomMessages(Random random, KnownThings known)
{
    private const int Deepest = 5;

    /// <summary>How often a value is absurd: some requests are nearly sensible, some not at all.</summary>
    private readonly double _wildness = new[] { 0, 0.02, 0.3, 1 }[random.Next(4)];

    public IMessage Make(MessageDescriptor type, int depth = 0)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        switch (message)
        {
            case Duration duration:
                (duration.Seconds, duration.Nanos) = (Long(), random.Next(4) == 0 ? Int() : 0);
                return duration;
            case Timestamp time:
                (time.Seconds, time.Nanos) = (Long(), random.Next(4) == 0 ? Int() : 0);
                return time;
            case Any when !IsWild():
                MessageDescriptor[] bodies = [Acceptance.Descriptor, Response.Descriptor, Rejection.Descriptor];
                return Any.Pack(Make(bodies[random.Next(bodies.Length)], depth));
            case Failure failure when depth < Deepest && random.Next(20) == 0:
                return DeepFailure(failure);
        }

        // Some requests nearly empty, some nearly full.
        var share = depth == 0 ? random.NextDouble() : 0.5;
        foreach (var field in type.Fields.InDeclarationOrder().Where(field => field.RealContainingOneof is null))
        {
            var wanted = known.IsWanted(field) ? 0.95 : share;
            if (random.NextDouble() < wanted && (depth < Deepest || field.FieldType != FieldType.Message))
            {
                Fill(message, field, depth);
            }
        }

        foreach (var choice in type.Oneofs.Where(each => !each.IsSynthetic))
        {
            var field = choice.Fields[random.Next(choice.Fields.Count)];
            if (depth < Deepest || field.FieldType != FieldType.Message)
            {
                Fill(message, field, depth);
            }
        }

        if (message is Command command && !IsWild())
        {
            command.CommandType =
                System.Enum.Parse<CommandType>(command.AttributesCase.ToString()
                .Replace("CommandAttributes", "", StringComparison.Ordinal));
        }

        return message;
    }

    private bool IsWild() => random.NextDouble() < _wildness;

    private static Failure DeepFailure(Failure failure)
    {
        var top = failure;
        for (var i = 0; i < 90; i++)
        {
            failure.Message = $"level {i}";
            failure.Cause = new Failure();
            failure = failure.Cause;
        }

        return top;
    }

    private void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsMap)
        {
            var map = (System.Collections.IDictionary)field.Accessor.GetValue(message);
            var value = field.MessageType.FindFieldByNumber(2);
            for (var n = random.Next(4); n > 0; n--)
            {
                map[One(field.MessageType.FindFieldByNumber(1), depth)] = One(value, depth);
            }
        }
        else if (field.IsRepeated)
        {
            var list = (System.Collections.IList)field.Accessor.GetValue(message);
            for (var n = random.Next(10) == 0 ? random.Next(30) : random.Next(4); n > 0; n--)
            {
                list.Add(One(field, depth));
            }
        }
        else
        {
            field.Accessor.SetValue(message, One(field, depth));
        }
    }

    private object One(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => known.Text(field, random) ?? Text(),
        FieldType.Bytes => known.Bytes(field, random) ?? Bytes(),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Int(),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)Int(),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Long(),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)Long(),
        FieldType.Float => (float)Double(),
        FieldType.Double => Double(),
        FieldType.Enum => Enumeration(field.EnumType),
        _ when IsWrapper(field.MessageType) => One(field.MessageType.FindFieldByNumber(1), depth),
        _ => Make(field.MessageType, depth + 1),
    };

    /// <summary>Fields of these types take the value itself.</summary>
    private static bool IsWrapper(MessageDescriptor type) => type.File.Name == "google/protobuf/wrappers.proto";

    private object Enumeration(EnumDescriptor type)
    {
        var number = IsWild() && random.Next(6) == 0 ? new[] { -1, 99, int.MaxValue }[random.Next(3)]
            : type.Values[random.Next(type.Values.Count)].Number;
        return System.Enum.ToObject(type.ClrType, number);
    }

    private string Text() => !IsWild() ? $"t{random.Next(5)}" : random.Next(12) switch
    {
        0 => "",
        1 => new string('x', 1001),
        2 => new string('ä', 600),
        3 => "\0\u0001\r\n\t\"'`\\%s{0};--",
        4 => "ExecutionStatus = 'Running' OR (",
        5 => "* * * * *",
        6 => "@every 1s",
        7 => Guid.NewGuid().ToString(),
        8 when random.Next(30) == 0 => new string('y', 200_000),
        9 => "😀" + '\u200f',
        _ => $"t{random.Next(5)}",
    };

    private ByteString Bytes()
    {
        var bytes = new byte[random.Next(3) == 0 ? 0 : random.Next(200)];
        random.NextBytes(bytes);
        return ByteString.CopyFrom(bytes);
    }

    private int Int() => !IsWild() ? random.Next(3) : random.Next(8) switch
    {
        0 => int.MinValue,
        1 => int.MaxValue,
        2 => -1,
        3 => random.Next(),
        _ => random.Next(4),
    };

    private long Long() => !IsWild() ? random.Next(5) : random.Next(10) switch
    {
        0 => long.MinValue,
        1 => long.MaxValue,
        2 => -1,
        3 => 315_576_000_000,
        4 => random.NextInt64(),
        5 => -random.Next(100_000),
        _ => random.Next(5),
    };

    private double Double() => !IsWild() ? 1 + random.NextDouble() : random.Next(8) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => -1,
        3 => double.MaxValue,
        _ => random.NextDouble() * 3,
    };
}
