using System.Reflection;
using Google.Protobuf;

namespace TemporalVideo.DevServer.Rpc;

/// <summary>A property of a message type, read without the type's descriptor.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Type">Its type, a reference type.</param>
/// <param name="Get">Reads it.</param>
internal sealed record MessageMember(string Name, Type Type, Func<IMessage, object?> Get)
{
    private static readonly MethodInfo GenericBind = typeof(MessageMember)
        .GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The properties of a message type that hold references: messages, collections, texts and bytes.</summary>
    public static IEnumerable<MessageMember> Of(Type message) =>
        from property in message.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where !property.PropertyType.IsValueType
        select new MessageMember(
            property.Name,
            property.PropertyType,
            (Func<IMessage, object?>)GenericBind.MakeGenericMethod(message, property.PropertyType).Invoke(null, [property])!);

    private static Func<IMessage, object?> Bind<TMessage, TValue>(PropertyInfo property)
        where TMessage : class, IMessage
        where TValue : class
    {
        var get = property.GetMethod!.CreateDelegate<Func<TMessage, TValue?>>();
        return message => get((TMessage)message);
    }
}
