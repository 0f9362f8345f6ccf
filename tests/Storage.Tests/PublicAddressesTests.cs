using System.Net;

namespace TemporalVideo.Storage.Tests;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("93.184.215.14", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true)]
    [InlineData("::ffff:93.184.215.14", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("::ffff:7f00:1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Has_Address_IsOfThePublicNetworkOrNot(string address, bool isPublic) =>
        PublicAddresses.Has(IPAddress.Parse(address)).Should().Be(isPublic);

    [Theory]
    [InlineData("https://example.org/hook", null)]
    [InlineData("https://example.org:8443/hook?to=1", null)]
    [InlineData("http://example.org/hook", "https")]
    [InlineData("ftp://example.org/", "https://")]
    [InlineData("file:///etc/passwd", "https://")]
    [InlineData("https://eva:secret@example.org/", "password")]
    [InlineData("https://localhost/", "public network")]
    [InlineData("https://api.localhost./", "public network")]
    [InlineData("https://metadata.google.internal/", "public network")]
    [InlineData("https://2130706433/", "public network")]
    [InlineData("https://0x7f.1/", "public network")]
    [InlineData("https://[::ffff:10.0.0.1]/", "public network")]
    public void Objection_ToAnAddress_NamesWhatIsWrong(string url, string? words)
    {
        var objection = PublicAddresses.Objection(new Uri(url), privateToo: false);

        if (words is null)
        {
            objection.Should().BeNull();
        }
        else
        {
            objection.Should().Contain(words);
        }
    }
}
