using System.Collections;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace TemporalVideo.DevServer.Http;

/// <summary>Sets fields of a message from the texts of paths and query strings.</summary>
internal static class FieldSetter
{
    /// <summary>Sets the field that a dotted path names, making messages on the way. Repeated fields are added to.</summary>
    /// <param name="message">The request.</param>
    /// <param name="path">Names as in the .proto file or as in JSON, joined by dots.</param>
    /// <param name="text">The value.</param>
    /// <returns>False when there is no such field.</returns>
    /// <exception cref="FormatException">The text is no value of the field's type.</exception>
    public static bool TrySet(IMessage message, string path, string text)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (Field(message, name) is not { FieldType: FieldType.Message, IsRepeated: false, IsMap: false } step)
            {
                return false;
            }

            if (step.Accessor.GetValue(message) is not IMessage inner)
            {
                inner = (IMessage)Activator.CreateInstance(step.MessageType.ClrType)!;
                step.Accessor.SetValue(message, inner);
            }

            message = inner;
        }

        if (Field(message, names[^1]) is not { IsMap: false } field)
        {
            return false;
        }

        try
        {
            var value = Parse(field, text);
            if (field.IsRepeated)
            {
                ((IList)field.Accessor.GetValue(message)).Add(value);
            }
            else
            {
                field.Accessor.SetValue(message, value);
            }

            return true;
        }
        catch (Exception e) when (e is OverflowException or ArgumentException or InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static FieldDescriptor? Field(IMessage message, string name) => message.Descriptor.Fields.InDeclarationOrder()
        .FirstOrDefault(field => field.Name == name || field.JsonName == name);

    private static object Parse(FieldDescriptor field, string text) => field.FieldType switch
    {
        FieldType.String => text,
        FieldType.Bool => bool.Parse(text),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => int.Parse(text, CultureInfo.InvariantCulture),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => long.Parse(text, CultureInfo.InvariantCulture),
        FieldType.UInt32 or FieldType.Fixed32 => uint.Parse(text, CultureInfo.InvariantCulture),
        FieldType.UInt64 or FieldType.Fixed64 => ulong.Parse(text, CultureInfo.InvariantCulture),
        FieldType.Float => float.Parse(text, CultureInfo.InvariantCulture),
        FieldType.Double => double.Parse(text, CultureInfo.InvariantCulture),
        FieldType.Bytes => ByteString.FromBase64(text.Replace('-', '+').Replace('_', '/').Replace(' ', '+')),
        FieldType.Enum => Enum(field.EnumType, text),
        FieldType.Message => WellKnown(field.MessageType, text),
        _ => throw new FormatException($"{field.JsonName} cannot be given in a query string."),
    };

    private static object Enum(EnumDescriptor type, string text)
    {
        var number = type.FindValueByName(text)?.Number ?? int.Parse(text, CultureInfo.InvariantCulture);
        return System.Enum.ToObject(type.ClrType, number);
    }

    /// <summary>Timestamps, durations and wrappers are written as one JSON string.</summary>
    private static IMessage WellKnown(MessageDescriptor type, string text) => type.File.Package == "google.protobuf"
        ? JsonParser.Default.Parse(JsonSerializer.Serialize(text), type)
        : throw new FormatException($"a {type.Name} cannot be given in a query string");
}
